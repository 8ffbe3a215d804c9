package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sightline.contacts.ContactsEntry;
import org.sightline.contacts.EntryKind;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;

/**
 * Somebody or something below a department of the contacts (docs/concepts.md, "The contacts tree").
 *
 * @param kind        as what it is shown
 * @param id          of the member or the department
 * @param name        of the member or the department
 * @param memberCount how many members the viewer sees in the department and below; absent for a member
 */
public record ContactsEntryJson(
        @Schema(allowableValues = {"leader", "department", "member"})
        String kind,

        String id,
        String name,
        @Nullable Integer memberCount) {

    /** Returns the form of an entry. */
    public static ContactsEntryJson of(ContactsEntry entry, DirectorySnapshot directory) {
        if (entry.kind() == EntryKind.DEPARTMENT) {
            Department department = directory.department(entry.number());
            return new ContactsEntryJson(
                    entry.kind().key(), department.id().value(), department.name(), entry.memberCount());
        }
        Member member = directory.member(entry.number());
        return new ContactsEntryJson(entry.kind().key(), member.id().value(), member.name(), null);
    }
}
