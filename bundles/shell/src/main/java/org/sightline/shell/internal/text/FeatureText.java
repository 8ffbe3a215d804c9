package org.sightline.shell.internal.text;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.sightline.shell.internal.text.FeatureJson.BundleJson;

/** Features as a table. */
public final class FeatureText {

    private static final String USUAL = "active";

    private FeatureText() {}

    /** Prints a line for each feature. */
    public static void print(PrintStream out, List<FeatureJson> features) {
        TextTable table = new TextTable("No features.", "name", "state", "bundles", "libraries", "serves");
        for (FeatureJson feature : features) {
            table.row(feature.name(), feature.state(), bundles(feature), feature.libraries(), feature.serves());
        }
        table.print(out);
    }

    private static String bundles(FeatureJson feature) {
        return feature.bundles().stream().map(FeatureText::bundle).collect(Collectors.joining(", "));
    }

    private static String bundle(BundleJson bundle) {
        String name = bundle.name().substring(bundle.name().lastIndexOf('.') + 1);
        return bundle.state().equals(USUAL) ? name : name + " (" + bundle.state() + ")";
    }
}
