package org.sightline.itests.durability;

/**
 * Changes of one kind, made one after the other by one thread. After a kill it tells what is stored apart from what must
 * be: what was acknowledged, or what was on its way; nothing else, and nothing half.
 */
interface Work {

    /** What is changed, for reports. */
    String name();

    /**
     * Makes the next change.
     *
     * @return whether the server acknowledged it; after a no it may have been made all the same
     */
    boolean step();

    /** Fails unless what is stored is what was acknowledged, or the change on its way as a whole; starts from there. */
    void verify();
}
