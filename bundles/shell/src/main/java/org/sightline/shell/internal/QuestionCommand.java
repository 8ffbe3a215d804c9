package org.sightline.shell.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.History;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.visibility.Visibility;
import org.sightline.visibility.VisibilityEngine;

/** What the commands share that ask who sees whom, now or in the past. */
abstract class QuestionCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Option(name = "--at-revision", description = "As it was at this revision")
    @Nullable
    Long atRevision;

    @Option(name = "--at", description = "As it was at this time, such as 2026-03-01T09:00:00Z")
    @Nullable
    String at;

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Reference(optional = true)
    @Nullable
    History history;

    @Reference(optional = true)
    @Nullable
    Visibility visibility;

    /** Returns the state that is asked about. */
    final TenantSnapshot state() {
        TenantKey tenant = tenantKey(tenantKey);
        if (atRevision != null && at != null) {
            throw Problem.invalid("/at", Codes.INVALID, "give `--at-revision` or `--at`, not both")
                    .exception();
        }
        if (atRevision != null) {
            return on(history, "directory").at(tenant, atRevision);
        }
        return at == null
                ? on(snapshots, "directory").current(tenant)
                : on(history, "directory").at(tenant, instant(at));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.invalid("/at", Codes.INVALID, "must be a time such as `2026-03-01T09:00:00Z`")
                    .exception();
        }
    }

    /** Returns what answers for a state. */
    final VisibilityEngine engine(TenantSnapshot state) {
        return on(visibility, "visibility-rules").engine(state);
    }

    /**
     * Returns a member's number.
     *
     * @param pointer where the id stands in the JSON form of the question
     */
    static int member(DirectorySnapshot directory, String pointer, UserId id) {
        return known(directory.memberNumber(id), pointer, "there is no member `" + id + "`");
    }

    /** Returns a number unless it stands for nobody. */
    static int known(int number, String pointer, String otherwise) {
        if (number == DirectorySnapshot.NONE) {
            throw Problem.invalid(pointer, Codes.INVALID, otherwise).exception();
        }
        return number;
    }
}
