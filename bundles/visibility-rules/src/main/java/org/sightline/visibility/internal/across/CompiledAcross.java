package org.sightline.visibility.internal.across;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.trust.model.CollaborationRule;
import org.sightline.trust.model.FieldGrants;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustPermissions;
import org.sightline.trust.model.TrustedParty;
import org.sightline.visibility.DirectorySight;
import org.sightline.visibility.SightAcross;
import org.sightline.visibility.TrustDecision;

/**
 * What one tenant's members see of another one's, compiled (docs/concepts.md, "Sight across a trust"). Whom rules join
 * is the same for finding and for browsing; the partner's grant of each is a switch before it.
 */
final class CompiledAcross implements SightAcross {

    final boolean related;
    final Side viewers;
    final Side targets;
    final List<CollaborationRule> rules;
    final TrustPermissions granted;
    private final Crowds crowds;
    private final Window structure;
    private final Window findable;

    private CompiledAcross(
            boolean related,
            Side viewers,
            Side targets,
            List<CollaborationRule> rules,
            TrustPermissions granted,
            Crowds crowds) {
        this.related = related;
        this.viewers = viewers;
        this.targets = targets;
        this.rules = rules;
        this.granted = granted;
        this.crowds = crowds;
        structure = new Window(related && granted.access().browse());
        findable = new Window(related && granted.access().find());
    }

    /**
     * Compiles.
     *
     * @param before what was compiled for the same two tenants, of which all that is the same is taken; null for nothing
     * @return {@code before} when nothing at all is different
     */
    static CompiledAcross of(TenantSnapshot own, TenantSnapshot partner, @Nullable CompiledAcross before) {
        TenantKey ownKey = own.directory().tenant().key();
        TenantKey partnerKey = partner.directory().tenant().key();
        @Nullable TrustedParty ours = own.trust().parties().get(partnerKey);
        @Nullable TrustedParty theirs = partner.trust().parties().get(ownKey);
        if (ours == null || theirs == null || !ours.relationId().equals(theirs.relationId())) {
            return unrelated(own.directory(), partner.directory());
        }
        List<CollaborationRule> rules = own.trust().rulesTowards(partnerKey);
        Side viewers = side(
                own.directory(),
                ours.share(),
                rules.stream().map(Entries::ofSubjects).toList(),
                before == null ? null : before.viewers);
        Side targets = side(
                partner.directory(),
                theirs.share(),
                rules.stream().map(Entries::ofObjects).toList(),
                before == null ? null : before.targets);
        TrustPermissions granted = theirs.permissions(partner.trust().settings().defaults());
        if (before == null || !before.related) {
            return new CompiledAcross(true, viewers, targets, rules, granted, new Crowds(targets));
        }
        boolean sameTargets = targets.equals(before.targets);
        return sameTargets
                        && viewers.equals(before.viewers)
                        && granted.equals(before.granted)
                        && rules.equals(before.rules)
                ? before
                : new CompiledAcross(
                        true, viewers, targets, rules, granted, sameTargets ? before.crowds : new Crowds(targets));
    }

    private static Side side(
            DirectorySnapshot directory, SharingScope scope, List<Entries> rules, @Nullable Side before) {
        return before != null && before.isOf(directory, scope, rules) ? before : new Side(directory, scope, rules);
    }

    private static CompiledAcross unrelated(DirectorySnapshot own, DirectorySnapshot partner) {
        Side targets = new Side(partner, SharingScope.NOBODY, List.of());
        return new CompiledAcross(
                false,
                new Side(own, SharingScope.NOBODY, List.of()),
                targets,
                List.of(),
                TrustPermissions.DEFAULT,
                new Crowds(targets));
    }

    @Override
    public boolean finds(int viewer, int target) {
        return findable.sees(viewer, target);
    }

    @Override
    public boolean browses(int viewer, int target) {
        return structure.sees(viewer, target);
    }

    @Override
    public int[] findableBy(int viewer) {
        return findable.visibleTo(viewer);
    }

    @Override
    public int[] browsableBy(int viewer) {
        return structure.visibleTo(viewer);
    }

    @Override
    public boolean browsesAnybody(int viewer) {
        return structure.visibleTo(viewer).length > 0;
    }

    @Override
    public DirectorySight structure() {
        return structure;
    }

    @Override
    public DirectorySight findable() {
        return findable;
    }

    @Override
    public FieldGrants fields() {
        return granted.fields();
    }

    @Override
    public TrustDecision explain(int viewer, UserId target) {
        return new AcrossExplanation(this, viewer, target).tell();
    }

    /** What is reached, seen through one of the partner's grants. */
    private final class Window implements DirectorySight {

        private final boolean open;

        Window(boolean open) {
            this.open = open;
        }

        private Crowd crowd(int viewer) {
            return open ? crowds.of(viewers.counting(viewer)) : Crowd.EMPTY;
        }

        @Override
        public boolean sees(int viewer, int member) {
            return open && viewers.counting(viewer).meets(targets.counting(member));
        }

        @Override
        public boolean seesDepartment(int viewer, int department) {
            return crowd(viewer).isIn(department);
        }

        @Override
        public int[] visibleTo(int viewer) {
            return crowd(viewer).members();
        }

        @Override
        public int[] departmentsVisibleTo(int viewer) {
            return crowd(viewer).departments();
        }

        @Override
        public int countVisibleIn(int viewer, int department) {
            return crowd(viewer).countIn(department);
        }

        @Override
        public int[] visibleOutside(int viewer) {
            return crowd(viewer).outside();
        }
    }
}
