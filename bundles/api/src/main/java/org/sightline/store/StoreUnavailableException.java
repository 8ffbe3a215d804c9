package org.sightline.store;

import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;

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

    /**
     * Returns what to tell the caller: {@code unavailable}, with the member {@code in_doubt} when it is not known whether
     * the change was made (docs/api.md, "Idempotency").
     */
    public Problem problem() {
        if (inDoubt) {
            return Problem.of(
                            ProblemKind.UNAVAILABLE,
                            Codes.UNAVAILABLE,
                            "the database was lost while it kept the change: whether it was made shows when the"
                                    + " database is back")
                    .with("in_doubt", true);
        }
        return Problem.of(
                ProblemKind.UNAVAILABLE,
                Codes.UNAVAILABLE,
                "the database does not answer at the moment; nothing was changed, try again");
    }
}
