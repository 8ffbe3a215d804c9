package org.sightline.storage.internal;

import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.tables.AnswerTable;
import org.sightline.store.AnswerStore;

/** Keeps answers to requests with idempotency keys in the database. */
@Component
public final class JdbcAnswerStore implements AnswerStore {

    private final Database database;
    private final AnswerTable answers = new AnswerTable();

    /** Creates the store on a database. */
    @Activate
    public JdbcAnswerStore(@Reference(name = "database") Database database) {
        this.database = database;
    }

    @Override
    public Optional<KeptAnswer> reserve(String scope, String key, String requestDigest, Instant now) {
        while (true) {
            Optional<Integer> reserved = database.transactionUnlessThere(
                    "reserve a key", connection -> answers.reserve(connection, scope, key, requestDigest, now));
            if (reserved.isPresent()) {
                return Optional.empty();
            }
            Optional<KeptAnswer> earlier =
                    database.transaction("read a kept answer", connection -> answers.find(connection, scope, key));
            if (earlier.isPresent()) {
                return earlier;
            }
            // It was given back in between: try again to have it.
        }
    }

    @Override
    public void complete(String scope, String key, int status, String body, String location) {
        database.transaction(
                "keep an answer", connection -> answers.complete(connection, scope, key, status, body, location));
    }

    @Override
    public void release(String scope, String key) {
        database.transaction("release a key", connection -> answers.release(connection, scope, key));
    }

    @Override
    public void removeOlder(Instant before) {
        database.transaction("remove old answers", connection -> answers.deleteOlder(connection, before));
    }
}
