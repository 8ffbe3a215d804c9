package org.sightline.store;

/** The database cannot be reached, is full, or did not take a transaction; nothing was changed. */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what was tried, for the log
     * @param cause   what the database said
     */
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
