package org.sightline.apps.internal.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.sightline.apps.AppPermissions;
import org.sightline.apps.internal.AppSettings;
import org.sightline.apps.internal.Rank;
import org.sightline.apps.model.Permission;
import org.sightline.apps.model.PermissionName;
import org.sightline.spi.PermissionCatalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All permissions by name: what the server ships, overruled by bundles, overruled by the operator's file. */
@Component(
        service = AppPermissions.class,
        configurationPid = AppSettings.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = AppSettings.class)
public final class MergedCatalogue implements AppPermissions {

    private static final Logger LOG = LoggerFactory.getLogger(MergedCatalogue.class);

    private final List<Permission> shipped = ShippedCatalogue.read();
    private final List<Permission> operators;

    /** Highest ranking first; guarded by this. */
    private final SortedMap<Rank, Contribution> contributions = new TreeMap<>();

    private volatile SortedMap<PermissionName, Permission> byName;

    /** What a bundle adds. */
    private record Contribution(PermissionCatalogue source, List<Permission> permissions) {}

    /**
     * Reads the server's own files and the operator's.
     *
     * @throws IllegalArgumentException when the operator's file is wrong: rather no catalogue than another one than the
     *     operator means
     */
    @Activate
    public MergedCatalogue(AppSettings settings) {
        this(settings.catalogue_file().strip());
    }

    /**
     * Reads the server's own files and another one.
     *
     * @param file empty for none
     */
    MergedCatalogue(String file) {
        this.operators = file.isEmpty() ? List.of() : CatalogueFile.read(Path.of(file));
        this.byName = merged();
    }

    /** Takes a bundle's permissions in. */
    @Reference(
            service = PermissionCatalogue.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void bindCatalogue(PermissionCatalogue catalogue, Map<String, Object> properties) {
        contributions.put(Rank.of(properties), new Contribution(catalogue, asked(catalogue)));
        byName = merged();
    }

    /** Takes a bundle's permissions out. */
    synchronized void unbindCatalogue(PermissionCatalogue catalogue) {
        contributions.values().removeIf(contribution -> contribution.source() == catalogue);
        byName = merged();
    }

    private static List<Permission> asked(PermissionCatalogue catalogue) {
        try {
            return List.copyOf(catalogue.permissions());
        } catch (RuntimeException | LinkageError e) {
            LOG.error(
                    "the catalogue of permissions {} fails and adds nothing",
                    catalogue.getClass().getName(),
                    e);
            return List.of();
        }
    }

    private SortedMap<PermissionName, Permission> merged() {
        SortedMap<PermissionName, Permission> merged = new TreeMap<>();
        shipped.forEach(permission -> merged.put(permission.name(), permission));
        List<Contribution> lowestFirst = new ArrayList<>(contributions.values());
        Collections.reverse(lowestFirst);
        for (Contribution contribution : lowestFirst) {
            contribution.permissions().forEach(permission -> overrule(merged, permission, contribution));
        }
        operators.forEach(permission -> merged.put(permission.name(), permission));
        return Collections.unmodifiableSortedMap(merged);
    }

    private static void overrule(
            SortedMap<PermissionName, Permission> merged, Permission permission, Contribution contribution) {
        if (merged.put(permission.name(), permission) != null) {
            LOG.info(
                    "the permission `{}` is overruled by {}",
                    permission.name(),
                    contribution.source().getClass().getName());
        }
    }

    @Override
    public List<Permission> list() {
        return List.copyOf(byName.values());
    }

    @Override
    public Optional<Permission> find(PermissionName name) {
        return Optional.ofNullable(byName.get(name));
    }
}
