package org.sightline.shell.internal.text;

import java.util.List;

/**
 * A capability of the server, and which bundles it is made of.
 *
 * @param name      the feature's, as {@code feature:stop} takes it
 * @param serves    what it is for
 * @param state     {@code started} when it serves; {@code resolved} when it was stopped; {@code uninstalled} when it is not
 *     there
 * @param bundles   the server's own bundles in it
 * @param libraries how many bundles of others are in it
 */
public record FeatureJson(String name, String serves, String state, List<BundleJson> bundles, int libraries) {

    /**
     * A bundle of a feature.
     *
     * @param name    its symbolic name
     * @param version its version
     * @param state   {@code active} when it runs
     */
    public record BundleJson(String name, String version, String state) {}
}
