package org.sightline.trust.internal;

import org.sightline.trust.model.TrustSettings;

/** Settings in which a removal needs approval, or not. */
final class Switch {

    private Switch() {}

    static TrustSettings on(TrustSettings settings) {
        return new TrustSettings(settings.defaults(), true);
    }

    static TrustSettings off(TrustSettings settings) {
        return new TrustSettings(settings.defaults(), false);
    }
}
