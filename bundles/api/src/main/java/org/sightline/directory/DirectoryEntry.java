package org.sightline.directory;

import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Unit;

/** One whole thing of a directory, as a line of an import states it (docs/import.md). */
public sealed interface DirectoryEntry {

    /** A custom field. */
    record OfField(CustomField field) implements DirectoryEntry {}

    /** A department. */
    record OfDepartment(Department department) implements DirectoryEntry {}

    /** A member. */
    record OfMember(Member member) implements DirectoryEntry {}

    /** A group. */
    record OfGroup(Group group) implements DirectoryEntry {}

    /** A unit. */
    record OfUnit(Unit unit) implements DirectoryEntry {}
}
