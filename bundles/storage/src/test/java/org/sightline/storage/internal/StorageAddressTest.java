package org.sightline.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.storage.internal.database.DatabaseAddress;
import org.sightline.storage.internal.database.Dialect;

final class StorageAddressTest {

    private static final DatabaseAddress IN_FILE =
            new DatabaseAddress("jdbc:derby:db;create=true", "u", "secret", 3, 400);

    @Test
    void theFileDecidesWhenTheEnvironmentIsSilent() {
        DatabaseAddress address = StorageAddress.of(IN_FILE, Map.of());

        assertThat(address).isEqualTo(IN_FILE);
    }

    @Test
    void theEnvironmentWinsAsAWholeAndGetsNoPasswordOfTheFile() {
        DatabaseAddress address = StorageAddress.of(IN_FILE, Map.of("SIGHTLINE_JDBC_URL", "jdbc:postgresql://h/d"));

        assertThat(address).isEqualTo(new DatabaseAddress("jdbc:postgresql://h/d", "", "", 3, 400));
    }

    @Test
    void anAddressShownToPeopleHoldsNoSecret() {
        assertThat(new DatabaseAddress("jdbc:postgresql://h/d?password=secret", "u", "secret", 3, 400))
                .hasToString("jdbc:postgresql://h/d");
    }

    @Test
    void theUrlTellsWhichDriverIsNeeded() {
        assertThat(Dialect.of("jdbc:derby:db;create=true")).isEqualTo(Dialect.DERBY);
        assertThat(Dialect.of("jdbc:postgresql://h/d")).isEqualTo(Dialect.POSTGRESQL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dialect.of("jdbc:mysql://h/d"))
                .withMessageContaining("jdbc:derby:");
    }
}
