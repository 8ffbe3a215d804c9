package org.sightline.problem;

/** Carries a {@link Problem} to whoever can answer the caller. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Creates the exception. */
    public ProblemException(Problem problem) {
        super(problem.code() + ": " + problem.detail());
        this.problem = problem;
    }

    /** Creates the exception with the fault that led to it. */
    public ProblemException(Problem problem, Throwable cause) {
        super(problem.code() + ": " + problem.detail(), cause);
        this.problem = problem;
    }

    /** Returns what to tell the caller. */
    public Problem problem() {
        return problem;
    }
}
