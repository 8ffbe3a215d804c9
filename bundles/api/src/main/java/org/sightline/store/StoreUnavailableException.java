package org.sightline.store;

/**
 * The database cannot be reached, is full, or did not take a transaction; nothing was changed, unless
 * {@link #isInDoubt()} says that this is not known.
 */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean inDoubt;

    /**
     * Creates the exception.
     *
     * @param message what was tried, for the log
     * @param cause   what the database said
     */
    public StoreUnavailableException(String message, Throwable cause) {
        this(message, cause, false);
    }

    /**
     * Creates the exception.
     *
     * @param message what was tried, for the log
     * @param cause   what the database said
     * @param inDoubt whether the database was lost while it committed
     */
    public StoreUnavailableException(String message, Throwable cause, boolean inDoubt) {
        super(message, cause);
        this.inDoubt = inDoubt;
    }

    /** Whether the change may have been made all the same: the database was lost while it committed. */
    public boolean isInDoubt() {
        return inDoubt;
    }
}
