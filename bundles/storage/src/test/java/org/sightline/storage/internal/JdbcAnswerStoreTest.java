package org.sightline.storage.internal;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.sightline.store.AnswerStore;
import org.sightline.testkit.store.AnswerStoreContract;

final class JdbcAnswerStoreTest extends AnswerStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected AnswerStore store() {
        return new JdbcAnswerStore(DATABASE.get());
    }
}
