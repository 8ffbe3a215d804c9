package org.sightline.visibility.internal.mainrule;

/** A vendor's code did not do what it promised. */
public final class VendorFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VendorFailure(String what, Throwable cause) {
        super(what, cause);
    }

    /** Returns what happened, for people. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
