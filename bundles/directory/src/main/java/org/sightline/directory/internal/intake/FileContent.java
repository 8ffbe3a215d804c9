package org.sightline.directory.internal.intake;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.DirectoryEntry;
import org.sightline.directory.ImportLine;
import org.sightline.directory.internal.rules.DepartmentRules;
import org.sightline.directory.internal.rules.FieldRules;
import org.sightline.directory.internal.rules.GroupRules;
import org.sightline.directory.internal.rules.Known;
import org.sightline.directory.internal.rules.MemberRules;
import org.sightline.directory.internal.rules.UnitRules;
import org.sightline.directory.internal.snapshot.ArraySnapshot;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;

/**
 * What a file says, as far as it can be read. Members who are as the directory has them are the directory's own
 * objects, so that only what is new takes memory.
 */
final class FileContent {

    private static final int PROGRESS_EVERY = 1000;

    final Stated<FieldId, CustomField> fields = new Stated<>();
    final Stated<DepartmentId, Department> departments = new Stated<>();
    final Stated<UserId, Member> members = new Stated<>();
    final Stated<GroupId, Group> groups = new Stated<>();
    final Stated<UnitId, Unit> units = new Stated<>();
    private final Mistakes unreadable = new Mistakes();
    private final DirectorySnapshot directory;
    private long lineCount;

    private FileContent(DirectorySnapshot directory) {
        this.directory = directory;
    }

    /** Reads all lines. */
    static FileContent read(Iterator<ImportLine> lines, DirectorySnapshot directory, LongConsumer progress) {
        FileContent content = new FileContent(directory);
        while (lines.hasNext()) {
            content.add(lines.next());
            if (++content.lineCount % PROGRESS_EVERY == 0) {
                progress.accept(content.lineCount);
            }
        }
        progress.accept(content.lineCount);
        return content;
    }

    long lineCount() {
        return lineCount;
    }

    /** Returns what was wrong with single lines, as a start. */
    Mistakes mistakes() {
        return new Mistakes(unreadable);
    }

    private void add(ImportLine line) {
        if (line instanceof ImportLine.Entry entry) {
            if (!add(entry.number(), entry.entry())) {
                unreadable.add(entry.number(), Codes.DUPLICATE_ID, "an earlier line has the same id");
            }
        } else if (line instanceof ImportLine.Unreadable wrong) {
            unreadable.add(wrong.number(), wrong.code(), wrong.detail());
        }
    }

    private boolean add(long line, DirectoryEntry entry) {
        if (entry instanceof DirectoryEntry.OfMember of) {
            return members.add(line, of.member().id(), kept(MemberRules.tidy(of.member())));
        }
        if (entry instanceof DirectoryEntry.OfDepartment of) {
            return departments.add(line, of.department().id(), DepartmentRules.tidy(of.department()));
        }
        if (entry instanceof DirectoryEntry.OfGroup of) {
            return groups.add(line, of.group().id(), GroupRules.tidy(of.group()));
        }
        if (entry instanceof DirectoryEntry.OfUnit of) {
            return units.add(line, of.unit().id(), UnitRules.tidy(of.unit()));
        }
        if (entry instanceof DirectoryEntry.OfField of) {
            return fields.add(line, of.field().id(), FieldRules.tidy(of.field()));
        }
        throw new IllegalArgumentException("an entry of an unknown kind");
    }

    private Member kept(Member member) {
        int number = directory.memberNumber(member.id());
        if (number != DirectorySnapshot.NONE && directory.member(number).equals(member)) {
            return directory.member(number);
        }
        return directory instanceof ArraySnapshot arrays ? arrays.share(member) : member;
    }

    /** Returns what exists once the file is merged into a directory. */
    Known mergedInto(DirectorySnapshot now) {
        Known there = Known.in(now);
        return new Known() {
            @Override
            public boolean hasDepartment(DepartmentId id) {
                return there.hasDepartment(id) || departments.has(id);
            }

            @Override
            public boolean hasMember(UserId id) {
                @Nullable Member stated = members.find(id);
                return stated == null ? there.hasMember(id) : stated.status() != MemberStatus.DELETED;
            }

            @Override
            public Optional<CustomField> field(FieldId id) {
                return Optional.ofNullable(fields.find(id)).or(() -> there.field(id));
            }
        };
    }
}
