package org.sightline.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.database.DatabaseAddress;

/** Derby takes a user's name for the name of a schema, and would show an empty one. */
class DerbyLoginTest {

    @Test
    void whoSignsInMakesNoDifference() throws Exception {
        String url = TestDatabase.derbyUrl(TestDatabase.newDirectory());
        try (Database database = TestDatabase.open(url)) {
            new JdbcAnswerStore(database).reserve("scope", "key", "digest", Instant.EPOCH);
        }
        DatabaseAddress named = new DatabaseAddress(url, "sightline", "secret", 2, 10_000);
        try (Database database = Database.open(new TestDatabase.DerbyFactory(), named)) {
            assertThat(new JdbcAnswerStore(database).reserve("scope", "key", "digest", Instant.EPOCH))
                    .as("what was written without a user")
                    .isPresent();
        }
    }
}
