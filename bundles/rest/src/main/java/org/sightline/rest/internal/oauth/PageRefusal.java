package org.sightline.rest.internal.oauth;

/** A request that cannot be sent back to an app, so that a page has to say what is wrong. */
final class PageRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String text;

    /**
     * Refuses.
     *
     * @param text the key of the text that says why
     */
    PageRefusal(int status, String text) {
        super(text);
        this.status = status;
        this.text = text;
    }

    int status() {
        return status;
    }

    String text() {
        return text;
    }
}
