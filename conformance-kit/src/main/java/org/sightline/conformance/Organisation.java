package org.sightline.conformance;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.FieldType;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;

/**
 * Builds a directory to try a plug-in on. Members get the numbers 0, 1, 2, … in the order in which they are added;
 * departments are numbered when the snapshot is made, the root being 0.
 *
 * <pre>{@code
 * DirectorySnapshot directory = new Organisation()
 *         .department("sales", "0")
 *         .member("ann", profile -> profile.city("Osaka"), "sales")
 *         .snapshot();
 * }</pre>
 */
public final class Organisation {

    private final Map<DepartmentId, Department> departments = new LinkedHashMap<>();
    private final Map<UserId, Member> members = new LinkedHashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();
    private final List<CustomField> fields = new ArrayList<>();

    /** Starts with the root department alone. */
    public Organisation() {
        departments.put(DepartmentId.ROOT, new Department(DepartmentId.ROOT, "All", null, 0, List.of()));
    }

    /** Adds a department below another one that was added before; {@code "0"} is the root. */
    public Organisation department(String id, String parent, String... leaders) {
        DepartmentId above = known(parent);
        List<UserId> leading = Arrays.stream(leaders).map(UserId::new).toList();
        DepartmentId added = new DepartmentId(id);
        departments.put(added, new Department(added, "Department " + id, above, 0, leading));
        return this;
    }

    /** Adds an active member to departments that were added before; none given means the root. */
    public Organisation member(String id, String... in) {
        return member(id, fields -> fields, in);
    }

    /** Adds an active member of whom something is known. */
    public Organisation member(String id, UnaryOperator<Known> known, String... in) {
        List<Membership> places = Arrays.stream(in.length == 0 ? new String[] {"0"} : in)
                .map(department -> new Membership(known(department), 0))
                .toList();
        Known knowledge = known.apply(Known.NOTHING);
        UserId user = new UserId(id);
        members.put(
                user,
                new Member(user, "Member " + id, knowledge.profile, places, knowledge.custom, MemberStatus.ACTIVE));
        return this;
    }

    /** Suspends a member. */
    public Organisation suspended(String id) {
        members.computeIfPresent(new UserId(id), (user, member) -> member.withStatus(MemberStatus.SUSPENDED));
        return this;
    }

    /** Deletes a member, who keeps the number and leaves all departments. */
    public Organisation deleted(String id) {
        members.computeIfPresent(new UserId(id), (user, member) -> member.withDepartments(List.of())
                .withStatus(MemberStatus.DELETED));
        return this;
    }

    /** Adds a group of members. */
    public Organisation group(String id, String... of) {
        List<UserId> listed = Arrays.stream(of).map(UserId::new).toList();
        groups.add(new Group(new GroupId(id), "Group " + id, listed, List.of(), null));
        return this;
    }

    /** Adds a unit of departments. */
    public Organisation unit(String id, String type, String... of) {
        List<DepartmentId> tops = Arrays.stream(of).map(this::known).toList();
        units.add(new Unit(new UnitId(id), "Unit " + id, type, tops));
        return this;
    }

    /** Defines a custom field that takes text. */
    public Organisation field(String id) {
        fields.add(new CustomField(new FieldId(id), "Field " + id, FieldType.TEXT, List.of()));
        return this;
    }

    private DepartmentId known(String id) {
        DepartmentId department = new DepartmentId(id);
        if (!departments.containsKey(department)) {
            throw new IllegalArgumentException("add the department `" + id + "` first");
        }
        return department;
    }

    /** Returns the directory as it is now; a new object each time, at revision 1. */
    public DirectorySnapshot snapshot() {
        return snapshot(1);
    }

    /** Returns the directory as it is now at a revision. */
    public DirectorySnapshot snapshot(long revision) {
        return snapshot(revision, null);
    }

    /** Returns the directory with something to do once, when somebody goes through its members. */
    DirectorySnapshot snapshot(long revision, @Nullable Runnable atHalf) {
        return new PlainSnapshot(
                tenant("conformance"),
                revision,
                List.copyOf(departments.values()),
                List.copyOf(members.values()),
                List.copyOf(groups),
                List.copyOf(units),
                List.copyOf(fields),
                atHalf);
    }

    /** Returns a tenant on the plan {@code pro}, with English texts and without a region. */
    public static Tenant tenant(String key) {
        return tenant(key, Plan.PRO);
    }

    /** Returns a tenant on a plan. */
    public static Tenant tenant(String key, Plan plan) {
        return new Tenant(new TenantKey(key), "Tenant " + key, plan, ZoneOffset.UTC, null, Locale.ENGLISH, true);
    }

    /** What is known of a member; each method returns a new one that knows one thing more. */
    public static final class Known {

        private static final Known NOTHING = new Known(Profile.EMPTY, Map.of());

        private final Profile profile;
        private final Map<FieldId, String> custom;

        private Known(Profile profile, Map<FieldId, String> custom) {
            this.profile = profile;
            this.custom = custom;
        }

        /** Knows where the member works; null for nowhere. */
        public Known city(@Nullable String city) {
            return with(city, profile.country(), profile.jobTitle(), profile.email());
        }

        /** Knows in which country the member works; null for none. */
        public Known country(@Nullable String country) {
            return with(profile.city(), country, profile.jobTitle(), profile.email());
        }

        /** Knows what the member does; null for nothing. */
        public Known jobTitle(@Nullable String jobTitle) {
            return with(profile.city(), profile.country(), jobTitle, profile.email());
        }

        /** Knows the member's email address; null for none. */
        public Known email(@Nullable String email) {
            return with(profile.city(), profile.country(), profile.jobTitle(), email);
        }

        /** Knows the value of a custom field. */
        public Known custom(String field, String value) {
            Map<FieldId, String> more = new LinkedHashMap<>(custom);
            more.put(new FieldId(field), value);
            return new Known(profile, Map.copyOf(more));
        }

        private Known with(
                @Nullable String city, @Nullable String country, @Nullable String jobTitle, @Nullable String email) {
            return new Known(
                    new Profile(
                            profile.enName(), email, profile.mobile(), profile.employeeNo(), jobTitle, city, country),
                    custom);
        }
    }
}
