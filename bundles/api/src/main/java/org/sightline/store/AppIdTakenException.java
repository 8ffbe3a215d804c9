package org.sightline.store;

/** Another tenant has, or had, an app with this id. */
public final class AppIdTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public AppIdTakenException(String appId) {
        super("the app id `" + appId + "` belongs to another tenant");
    }
}
