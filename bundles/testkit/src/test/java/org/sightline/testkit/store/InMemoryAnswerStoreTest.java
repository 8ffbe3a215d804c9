package org.sightline.testkit.store;

import org.sightline.store.AnswerStore;

final class InMemoryAnswerStoreTest extends AnswerStoreContract {

    private final AnswerStore store = new InMemoryAnswerStore();

    @Override
    protected AnswerStore store() {
        return store;
    }
}
