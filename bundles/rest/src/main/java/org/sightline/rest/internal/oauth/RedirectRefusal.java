package org.sightline.rest.internal.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;

/** A request that an app made wrongly, which the app is told by a redirect (RFC 6749, section 4.1.2.1). */
final class RedirectRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ReturnAddress address;
    private final transient ErrorObject error;

    RedirectRefusal(ReturnAddress address, ErrorObject error) {
        super(error.getCode());
        this.address = address;
        this.error = error;
    }

    ReturnAddress address() {
        return address;
    }

    ErrorObject error() {
        return error;
    }
}
