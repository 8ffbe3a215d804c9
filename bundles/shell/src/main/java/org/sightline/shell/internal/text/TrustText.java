package org.sightline.shell.internal.text;

import java.io.PrintStream;
import java.util.List;
import org.sightline.trust.PartyView;
import org.sightline.trust.RemovalView;
import org.sightline.trust.RequestView;
import org.sightline.trust.RuleView;
import org.sightline.trust.model.Decision;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustPermissions;
import org.sightline.trust.model.TrustRequest;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;

/** Trusted parties and requests for trust. */
public final class TrustText {

    private TrustText() {}

    /** Prints a line for each relation. */
    public static void parties(PrintStream out, List<PartyView> parties) {
        TextTable table = new TextTable(
                "No trusted parties.", "partner", "name", "state", "since", "sponsor", "we share", "they share");
        for (PartyView party : parties) {
            table.row(
                    party.partner().key(),
                    party.partner().name(),
                    state(party),
                    party.own().since(),
                    party.own().sponsor(),
                    scope(party.own().share()),
                    scope(party.theirShare()));
        }
        table.print(out);
    }

    /** Prints a line for each request. */
    public static void requests(PrintStream out, List<RequestView> requests) {
        TextTable table = new TextTable(
                "No requests.", "request_id", "state", "from", "to", "shares", "created_at", "decided_at", "reason");
        for (RequestView view : requests) {
            TrustRequest request = view.request();
            Decision decision = request.decision();
            table.row(
                    request.id(),
                    request.state(),
                    request.from(),
                    request.to(),
                    scope(request.share()),
                    request.createdAt(),
                    decision == null ? null : decision.at(),
                    decision == null ? null : decision.reason());
        }
        table.print(out);
    }

    /** Prints a line for each removal. */
    public static void removals(PrintStream out, List<RemovalView> removals) {
        TextTable table = new TextTable(
                "No removals.", "removal_id", "state", "direction", "partner", "created_at", "decided_at");
        for (RemovalView view : removals) {
            Decision decision = view.removal().decision();
            table.row(
                    view.removal().id(),
                    view.removal().state(),
                    view.outgoing() ? "outgoing" : "incoming",
                    view.partner().key(),
                    view.removal().createdAt(),
                    decision == null ? null : decision.at());
        }
        table.print(out);
    }

    /** Prints a relation and the own side's rules. */
    public static void whole(PrintStream out, PartyView party, List<RuleView> rules) {
        grants(out, party);
        rules(out, rules);
    }

    /** Prints a relation with what both sides grant. */
    public static void grants(PrintStream out, PartyView party) {
        TrustPermissions ours = party.granted().permissions();
        TrustPermissions theirs = party.theirGrants();
        new TextTable("", "of", "granted by us", "granted to us")
                .row(
                        "partner",
                        null,
                        party.partner().key() + " (" + party.partner().name() + ")")
                .row("state", state(party), null)
                .row("since", party.own().since(), null)
                .row("sponsor", party.own().sponsor(), null)
                .row("quota", party.quota().used() + " of " + party.quota().limit(), null)
                .row("share", scope(party.own().share()), scope(party.theirShare()))
                .row("find", ours.access().find(), theirs.access().find())
                .row("browse", ours.access().browse(), theirs.access().browse())
                .row("access is", source(party.granted().customAccess()), null)
                .row("visible fields", ours.fields().visible(), theirs.fields().visible())
                .row(
                        "searchable fields",
                        ours.fields().searchable(),
                        theirs.fields().searchable())
                .row("fields are", source(party.granted().customFields()), null)
                .print(out);
    }

    /** Prints a line for each collaboration rule. */
    public static void rules(PrintStream out, List<RuleView> rules) {
        TextTable table = new TextTable(
                "No collaboration rules: nobody of ours sees anybody of theirs.",
                "rule_id",
                "subjects",
                "valid",
                "objects",
                "valid");
        for (RuleView view : rules) {
            table.row(
                    view.rule().id(),
                    subjects(view.rule().subjects()),
                    view.subjectValid(),
                    objects(view.rule().objects()),
                    view.objectValid());
        }
        table.print(out);
    }

    private static String state(PartyView party) {
        return party.removal().isPresent() ? "removal_pending" : "active";
    }

    private static String source(boolean custom) {
        return custom ? "custom" : "default";
    }

    private static String scope(SharingScope scope) {
        if (scope.all()) {
            return "everyone";
        }
        return scope.isEmpty()
                ? "nobody"
                : scope.departments().size() + " departments, "
                        + scope.members().size() + " users";
    }

    private static String subjects(Subjects subjects) {
        return subjects.members().size() + " users, " + subjects.groups().size() + " groups, "
                + subjects.departments().size() + " departments";
    }

    private static String objects(Targets objects) {
        return objects.members().size() + " users, " + objects.departments().size() + " departments";
    }
}
