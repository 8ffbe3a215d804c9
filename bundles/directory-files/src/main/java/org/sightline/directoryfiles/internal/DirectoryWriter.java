package org.sightline.directoryfiles.internal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UserId;
import org.sightline.json.DepartmentJson;
import org.sightline.json.FieldJson;
import org.sightline.json.FieldTypes;
import org.sightline.json.GroupJson;
import org.sightline.json.Json;
import org.sightline.json.UnitJson;
import org.sightline.json.UserJson;

/**
 * Writes a directory as JSON lines (docs/import.md, "Export"). Deleted members are left out, wherever they are named,
 * so that what is written can be imported elsewhere.
 */
final class DirectoryWriter {

    private static final ObjectWriter LINES = Json.mapper()
            .writerFor(Line.class)
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .withRootValueSeparator("\n");

    private final DirectorySnapshot directory;

    /**
     * One line.
     *
     * @param kind what the line speaks of
     * @param form the thing
     */
    private record Line(String kind, @JsonUnwrapped Object form) {}

    DirectoryWriter(DirectorySnapshot directory) {
        this.directory = directory;
    }

    /**
     * Writes all lines.
     *
     * @param content flushed, not closed
     */
    void write(OutputStream content) throws IOException {
        LastByte out = new LastByte(content);
        try (SequenceWriter lines = LINES.writeValues(out)) {
            fields(lines);
            departments(lines);
            members(lines);
            groups(lines);
            units(lines);
        }
        if (out.any) {
            content.write('\n');
        }
        content.flush();
    }

    private void fields(SequenceWriter lines) throws IOException {
        for (CustomField field : directory.fields()) {
            write(lines, EntryKind.FIELD, FieldJson.of(field));
        }
    }

    // INVARIANT: departments are numbered in preorder, so a parent comes before its children.
    private void departments(SequenceWriter lines) throws IOException {
        for (int number = 0; number < directory.departmentCount(); number++) {
            Department department = directory.department(number);
            List<UserId> leaders = present(department.leaders());
            if (number > 0) {
                write(lines, EntryKind.DEPARTMENT, form(department, leaders));
            } else if (department.order() != 0 || !leaders.isEmpty()) {
                // The root's name is the tenant's; without it the line fits any tenant.
                DepartmentJson root = form(department, leaders);
                write(
                        lines,
                        EntryKind.DEPARTMENT,
                        new DepartmentJson(root.departmentId(), null, null, root.order(), root.leaderUserIds()));
            }
        }
    }

    private void members(SequenceWriter lines) throws IOException {
        FieldTypes types = FieldTypes.of(directory.fields());
        for (int number = 0; number < directory.memberCount(); number++) {
            Member member = directory.member(number);
            if (member.status() != MemberStatus.DELETED) {
                write(lines, EntryKind.USER, UserJson.of(member, types));
            }
        }
    }

    private void groups(SequenceWriter lines) throws IOException {
        List<Group> groups = directory.groups().stream()
                .sorted(Comparator.comparing(Group::id))
                .toList();
        for (Group group : groups) {
            Group shown = new Group(
                    group.id(), group.name(), present(group.members()), group.departments(), group.condition());
            write(lines, EntryKind.GROUP, GroupJson.of(shown));
        }
    }

    private void units(SequenceWriter lines) throws IOException {
        List<Unit> units = directory.units().stream()
                .sorted(Comparator.comparing(Unit::id))
                .toList();
        for (Unit unit : units) {
            write(lines, EntryKind.UNIT, UnitJson.of(unit));
        }
    }

    private static void write(SequenceWriter lines, EntryKind kind, Object form) throws IOException {
        lines.write(new Line(kind.key(), form));
    }

    private static DepartmentJson form(Department department, List<UserId> leaders) {
        return DepartmentJson.of(
                new Department(department.id(), department.name(), department.parent(), department.order(), leaders));
    }

    private List<UserId> present(List<UserId> ids) {
        Predicate<UserId> isPresent = id -> {
            int number = directory.memberNumber(id);
            return number != DirectorySnapshot.NONE && directory.member(number).status() != MemberStatus.DELETED;
        };
        return ids.stream().allMatch(isPresent)
                ? ids
                : ids.stream().filter(isPresent).toList();
    }

    /** Knows whether anything was written, as only then the last line needs its end. */
    private static final class LastByte extends FilterOutputStream {

        private boolean any;

        LastByte(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            any |= length > 0;
            out.write(bytes, offset, length);
        }
    }
}
