package org.sightline.rest.internal.visibility;

import org.sightline.trust.TrustedParties;
import org.sightline.visibility.Visibility;

/** The resource of the question across a trust with its services in place, as the framework would put them there. */
public final class TestedVerify {

    private TestedVerify() {}

    /** Returns the resource. */
    public static VerifyAcrossResource asking(TrustedParties trusted, Visibility visibility) {
        VerifyAcrossResource resource = new VerifyAcrossResource(visibility);
        resource.trusted = trusted;
        return resource;
    }
}
