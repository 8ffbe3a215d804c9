package org.sightline.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppGrant;
import org.sightline.apps.model.AppVersion;
import org.sightline.apps.model.ApprovalRules;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.ImportReport;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.Unit;
import org.sightline.events.model.EventSubscription;
import org.sightline.jobs.Job;
import org.sightline.problem.Problem;
import org.sightline.resources.model.Resource;
import org.sightline.trust.GrantedPermissions;
import org.sightline.trust.model.CollaborationRule;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustSettings;
import org.sightline.upkeep.Backup;
import org.sightline.upkeep.CompactionReport;
import org.sightline.visibility.Decision;
import org.sightline.visibility.model.Shadow;
import org.sightline.visibility.model.VisibilityPolicy;

/** Finds the JSON form of a value whose type is only known when the program runs: audit and jobs. */
public final class Forms {

    private Forms() {}

    /**
     * Returns the form of a word of the model or the API; anything else, such as maps and texts, is its own form.
     * Custom fields of members are shown as text.
     *
     * @param value null for nothing, which gives null
     */
    public static @Nullable Object of(@Nullable Object value) {
        if (value instanceof Tenant tenant) {
            return TenantJson.of(tenant);
        }
        if (value instanceof Department department) {
            return DepartmentJson.of(department);
        }
        if (value instanceof Member member) {
            return UserJson.of(member, FieldTypes.UNKNOWN);
        }
        if (value instanceof Group group) {
            return GroupJson.of(group);
        }
        if (value instanceof Unit unit) {
            return UnitJson.of(unit);
        }
        if (value instanceof CustomField field) {
            return FieldJson.of(field);
        }
        if (value instanceof Administrator administrator) {
            return AdministratorJson.of(administrator);
        }
        if (value instanceof OperatorAccess access) {
            return OperatorAccessJson.of(access);
        }
        if (value instanceof Shadow shadow) {
            return ShadowJson.CandidateJson.of(shadow);
        }
        if (value instanceof VisibilityPolicy policy) {
            return PolicyJson.of(policy);
        }
        return ofApp(value);
    }

    private static @Nullable Object ofApp(@Nullable Object value) {
        if (value instanceof App app) {
            return AppJson.of(app);
        }
        if (value instanceof AppVersion version) {
            return AppVersionJson.of(version);
        }
        if (value instanceof AppGrant grant) {
            return AppGrantJson.of(grant);
        }
        if (value instanceof ApprovalRules rules) {
            return ApprovalRulesJson.of(rules);
        }
        if (value instanceof Resource resource) {
            return ResourceJson.of(resource);
        }
        if (value instanceof EventSubscription subscription) {
            return EventSubscriptionJson.of(subscription);
        }
        return ofAnswer(value);
    }

    private static @Nullable Object ofAnswer(@Nullable Object value) {
        if (value instanceof Decision decision) {
            return DecisionJson.of(decision);
        }
        if (value instanceof ImportReport report) {
            return ImportReportJson.of(report);
        }
        if (value instanceof Problem problem) {
            return ProblemJson.of(problem);
        }
        if (value instanceof Job job) {
            return JobJson.of(job);
        }
        if (value instanceof AuditEntry entry) {
            return AuditEntryJson.of(entry);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> forms = new ArrayList<>();
            list.forEach(each -> forms.add(of(each)));
            return forms;
        }
        return ofUpkeep(value);
    }

    private static @Nullable Object ofUpkeep(@Nullable Object value) {
        if (value instanceof Backup backup) {
            return BackupJson.of(backup);
        }
        if (value instanceof CompactionReport report) {
            return CompactionJson.of(report);
        }
        return ofTrust(value);
    }

    private static @Nullable Object ofTrust(@Nullable Object value) {
        if (value instanceof SharingScope scope) {
            return ShareJson.of(scope);
        }
        if (value instanceof GrantedPermissions granted) {
            return TrustPermissionsJson.of(granted);
        }
        if (value instanceof TrustSettings settings) {
            return Map.of(
                    "defaults", TrustPermissionsJson.of(settings.defaults()),
                    "removal_requires_approval", settings.removalRequiresApproval());
        }
        if (value instanceof CollaborationRule rule) {
            return CollaborationRuleJson.of(rule);
        }
        return value;
    }

    /**
     * Returns the JSON text in which audit entries keep what was before and after a change.
     *
     * @param value null for nothing, which gives null
     */
    public static @Nullable String storedText(@Nullable Object value) {
        Object form = of(value);
        return form == null ? null : Json.text(form);
    }

    /**
     * Returns what {@link #storedText} was given, as a tree; a text that is not JSON comes back as it is.
     *
     * @param text null for nothing, which gives null
     */
    static @Nullable Object stored(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            // Written by somebody else's hand: showing it as text loses nothing.
            return text;
        }
    }

    /** Reads the forms of a list; an entry that is null is a fault. */
    static <F, T> List<T> each(
            Faults faults, String name, @Nullable List<@Nullable F> forms, BiFunction<F, Faults, T> reader) {
        if (forms == null) {
            return List.of();
        }
        Faults entries = faults.below(name);
        List<T> read = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            F form = forms.get(i);
            if (form == null) {
                entries.invalid(Integer.toString(i), "must be an object");
            } else {
                read.add(reader.apply(form, entries.below(i)));
            }
        }
        return read;
    }
}
