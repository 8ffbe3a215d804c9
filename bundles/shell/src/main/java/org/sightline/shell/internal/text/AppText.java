package org.sightline.shell.internal.text;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.ReviewedVersion;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppReview;
import org.sightline.apps.model.AppState;
import org.sightline.apps.model.DataRange;
import org.sightline.apps.model.PermissionDecision;
import org.sightline.apps.model.RangeDecision;

/** Apps, and what is decided about them, as tables. */
public final class AppText {

    private AppText() {}

    /** Prints a line for each app. */
    public static void printApps(PrintStream out, AppState state) {
        TextTable table = new TextTable(
                "The tenant has no apps.", "app_id", "name", "owner_user_id", "availability", "grants", "data_range");
        for (App app : state.apps().values()) {
            table.row(
                    app.id(),
                    app.name(),
                    app.owner(),
                    app.availability(),
                    state.grantsOf(app.id()).size(),
                    words(app.range()));
        }
        table.print(out);
    }

    /** Prints a line for each permission and range of reviews. */
    public static void printReviews(PrintStream out, List<ReviewedVersion> reviews) {
        TextTable table = new TextTable(
                "Nothing waits for a decision.", "review_id", "app_id", "version", "permission", "state", "reason");
        reviews.forEach(reviewed -> rows(table, reviewed));
        table.print(out);
    }

    /** Prints what became of a version. */
    public static void printDecisions(PrintStream out, ReviewedVersion reviewed) {
        printReviews(out, List.of(reviewed));
    }

    private static void rows(TextTable table, ReviewedVersion reviewed) {
        AppReview review = reviewed.review();
        for (PermissionDecision decision : reviewed.version().decisions()) {
            table.row(
                    review.id(),
                    review.app(),
                    review.version(),
                    decision.permission(),
                    decision.state(),
                    decision.refusal() == null ? decision.reason() : decision.refusal());
        }
        @Nullable RangeDecision range = reviewed.version().range();
        if (range != null) {
            table.row(
                    review.id(),
                    review.app(),
                    review.version(),
                    "data range: " + words(range.requested()),
                    range.state(),
                    null);
        }
    }

    private static String words(DataRange range) {
        if (range.all()) {
            return "everyone";
        }
        return range.isEmpty()
                ? "nobody"
                : range.departments().size() + " departments, "
                        + range.members().size() + " members, " + range.groups().size() + " groups";
    }
}
