package org.sightline.events;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.events.model.EventType;
import org.sightline.resources.model.Resource;

/**
 * An event as an app is told of it.
 *
 * @param id         the same in every attempt
 * @param event      what happened
 * @param occurredAt when
 * @param tenant     whose
 * @param user       for whom the app subscribed; null when it did so as itself
 * @param thing      what it happened to, as far as the app may know
 */
public record EventMessage(
        String id,
        EventType event,
        Instant occurredAt,
        TenantKey tenant,
        @Nullable UserId user,
        Thing thing) {

    /** What an event is about, as far as the app may know. */
    public sealed interface Thing {

        /**
         * Something that is gone, or that the app may not read: its id alone.
         *
         * @param id of the thing
         */
        record Bare(String id) implements Thing {}

        /**
         * A member.
         *
         * @param member  the member
         * @param fields  the tenant's custom fields
         * @param open    names of the fields that are open to the app, as in {@code NeededPermissions}
         * @param reached whether the app sees a department
         */
        record OfMember(Member member, List<CustomField> fields, Set<String> open, Predicate<DepartmentId> reached)
                implements Thing {}

        /**
         * A department.
         *
         * @param department the department
         * @param open       names of the fields that are open to the app, as in {@code NeededPermissions}
         * @param reached    whether the app sees a department
         * @param seen       whether the app sees a member
         */
        record OfDepartment(
                Department department, Set<String> open, Predicate<DepartmentId> reached, Predicate<UserId> seen)
                implements Thing {}

        /**
         * A resource that the app may read.
         *
         * @param resource the resource
         */
        record OfResource(Resource resource) implements Thing {}
    }
}
