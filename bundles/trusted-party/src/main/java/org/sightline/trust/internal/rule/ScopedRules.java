package org.sightline.trust.internal.rule;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.audit.Actor;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.Expectation;
import org.sightline.directory.Proposal;
import org.sightline.directory.Proposal.AuditNote;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.StateChange.ChangeTrust;
import org.sightline.trust.CollaborationRules;
import org.sightline.trust.RuleView;
import org.sightline.trust.TrustedParties;
import org.sightline.trust.internal.Trust;
import org.sightline.trust.internal.scope.SharedPart;
import org.sightline.trust.model.CollaborationRule;
import org.sightline.trust.model.TrustChange;
import org.sightline.trust.model.TrustChange.PutRule;
import org.sightline.trust.model.TrustChange.RemoveRule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;

/** Rules whose entries lay in the two sharing scopes when they were named. */
@Component
public final class ScopedRules implements CollaborationRules {

    /** How many rules a tenant may have towards one partner. */
    static final int MOST = 1_000;

    private static final String KIND = "collaboration_rule";

    private final Changes changes;
    private final TrustedParties parties;
    private final Clock clock;

    /** Decides with these. */
    @Activate
    public ScopedRules(
            @Reference(name = "changes") Changes changes,
            @Reference(name = "parties") TrustedParties parties,
            @Reference(name = "clock") Clock clock) {
        this.changes = changes;
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    public List<RuleView> towards(TenantSnapshot own, TenantKey partner, @Nullable String words) {
        Scopes scopes = scopes(own, partner);
        List<CollaborationRule> rules = own.trust().rulesTowards(partner);
        if (words != null && !words.isBlank()) {
            RuleSearch search = new RuleSearch(words, own.directory(), scopes.theirs);
            rules = rules.stream().filter(search::finds).toList();
        }
        return rules.stream().map(scopes::view).toList();
    }

    @Override
    public RuleView one(TenantSnapshot own, TenantKey partner, RuleId id) {
        Scopes scopes = scopes(own, partner);
        return scopes.view(existing(own, partner, id));
    }

    @Override
    public Committed<RuleView> add(
            TenantKey tenant, Actor actor, TenantKey partner, RuleId id, Subjects subjects, Targets objects) {
        return changes.apply(tenant, actor, own -> {
            Scopes scopes = scopes(own, partner);
            if (find(own, partner, id).isPresent()) {
                throw Problem.conflict(Codes.DUPLICATE_ID, "there is a rule `" + id + "` already; take another id")
                        .exception();
            }
            if (own.trust().rulesTowards(partner).size() >= MOST) {
                throw Problem.conflict(
                                Codes.LIMIT_EXCEEDED,
                                "there are " + MOST + " rules towards this partner, which is the most; name groups or"
                                        + " departments, or remove rules that do nothing")
                        .exception();
            }
            new EntryCheck(scopes.ours, scopes.theirs, null).require(subjects, objects);
            CollaborationRule rule = new CollaborationRule(id, Trust.now(clock), subjects, objects);
            return proposal(new PutRule(partner, rule), "create", null, rule, scopes.view(rule));
        });
    }

    @Override
    public Committed<RuleView> replace(
            TenantKey tenant,
            Actor actor,
            TenantKey partner,
            RuleId id,
            Subjects subjects,
            Targets objects,
            Expectation<RuleView> expectation) {
        return changes.apply(tenant, actor, own -> {
            Scopes scopes = scopes(own, partner);
            CollaborationRule before = expected(scopes, existing(own, partner, id), expectation);
            new EntryCheck(scopes.ours, scopes.theirs, before).require(subjects, objects);
            CollaborationRule after = new CollaborationRule(id, before.createdAt(), subjects, objects);
            return after.equals(before)
                    ? Proposal.nothing(scopes.view(before))
                    : proposal(new PutRule(partner, after), "update", before, after, scopes.view(after));
        });
    }

    @Override
    public Committed<CollaborationRule> remove(
            TenantKey tenant, Actor actor, TenantKey partner, RuleId id, Expectation<RuleView> expectation) {
        return changes.apply(tenant, actor, own -> {
            CollaborationRule rule = expected(scopes(own, partner), existing(own, partner, id), expectation);
            return proposal(new RemoveRule(partner, id), "delete", rule, null, rule);
        });
    }

    private static <T> Proposal<T> proposal(
            TrustChange change,
            String what,
            @Nullable CollaborationRule before,
            @Nullable CollaborationRule after,
            T result) {
        CollaborationRule rule = after == null ? before : after;
        String id = rule == null ? "" : rule.id().value();
        return new Proposal<>(
                List.of(new ChangeTrust(change)),
                List.of(new AuditNote(KIND + "." + what, KIND, id, before, after)),
                result);
    }

    private static CollaborationRule expected(
            Scopes scopes, CollaborationRule rule, Expectation<RuleView> expectation) {
        if (!expectation.holdsFor(scopes.view(rule))) {
            throw Problem.of(
                            ProblemKind.PRECONDITION_FAILED,
                            Codes.REVISION_MISMATCH,
                            "the rule has changed since you read it; read it again")
                    .exception();
        }
        return rule;
    }

    private static CollaborationRule existing(TenantSnapshot own, TenantKey partner, RuleId id) {
        return find(own, partner, id).orElseThrow(() -> noRule(id));
    }

    private static Optional<CollaborationRule> find(TenantSnapshot own, TenantKey partner, RuleId id) {
        return own.trust().rulesTowards(partner).stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst();
    }

    private static ProblemException noRule(RuleId id) {
        return Problem.notFound("there is no collaboration rule `" + id + "`").exception();
    }

    private Scopes scopes(TenantSnapshot own, TenantKey partner) {
        TenantSnapshot theirs = parties.partner(own, partner).orElseThrow(() -> Trust.noParty(partner));
        return new Scopes(
                new SharedPart(Trust.half(own, theirs).share(), own.directory()),
                new SharedPart(Trust.half(theirs, own).share(), theirs.directory()));
    }

    /**
     * Both sharing scopes of a relation.
     *
     * @param ours   what we share
     * @param theirs what the partner shares
     */
    private record Scopes(SharedPart ours, SharedPart theirs) {

        RuleView view(CollaborationRule rule) {
            Subjects subjects = rule.subjects();
            boolean subjectValid = subjects.members().stream().anyMatch(ours::reaches)
                    || subjects.groups().stream().anyMatch(ours::reaches)
                    || subjects.departments().stream().anyMatch(ours::reaches);
            boolean objectValid = rule.objects().members().stream().anyMatch(theirs::reaches)
                    || rule.objects().departments().stream().anyMatch(theirs::reaches);
            return new RuleView(rule, subjectValid, objectValid);
        }
    }
}
