package org.sightline.shell.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.shell.internal.text.FeatureJson;
import org.sightline.shell.internal.text.FeatureJson.BundleJson;

/** The features of the running server, each a capability that starts, stops and is updated alone. */
@Component(service = ServerFeatures.class)
public final class ServerFeatures {

    private static final String OURS = "sightline-";
    private static final String OUR_BUNDLES = "mvn:org.sightline/";

    private final BundleContext context;
    private final FeaturesService features;
    private final ServerBundles bundles;

    /** Looks at what Karaf knows. */
    @Activate
    public ServerFeatures(
            BundleContext context, @Reference FeaturesService features, @Reference ServerBundles bundles) {
        this.context = context;
        this.features = features;
        this.bundles = bundles;
    }

    /** Returns the server's features by name; those that only gather others are left out. */
    List<FeatureJson> list() {
        Map<String, Bundle> byLocation = Arrays.stream(context.getBundles())
                .collect(Collectors.toMap(Bundle::getLocation, Function.identity(), (one, other) -> one));
        return features().stream()
                .filter(feature -> feature.getName().startsWith(OURS))
                .filter(feature -> !feature.getBundles().isEmpty())
                .sorted(Comparator.comparing(Feature::getName))
                .map(feature -> form(feature, byLocation))
                .toList();
    }

    private List<Feature> features() {
        try {
            return List.of(features.listFeatures());
        } catch (Exception e) {
            // Karaf declares no narrower one.
            throw new ProblemException(
                    Problem.of(
                            ProblemKind.UNAVAILABLE,
                            Codes.UNAVAILABLE,
                            "Karaf cannot tell its features right now: " + e.getMessage()),
                    e);
        }
    }

    private FeatureJson form(Feature feature, Map<String, Bundle> byLocation) {
        List<BundleJson> ours = new ArrayList<>();
        int libraries = 0;
        for (BundleInfo part : feature.getBundles()) {
            Bundle bundle = byLocation.get(part.getLocation());
            if (!part.getLocation().startsWith(OUR_BUNDLES)) {
                libraries++;
            } else if (bundle != null) {
                ours.add(bundles.form(bundle));
            }
        }
        String description = feature.getDescription();
        return new FeatureJson(
                feature.getName(),
                description == null ? "" : description,
                features.getState(feature.getId()).name().toLowerCase(Locale.ROOT),
                ours,
                libraries);
    }
}
