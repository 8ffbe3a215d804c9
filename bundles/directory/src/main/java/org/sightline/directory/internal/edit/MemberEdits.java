package org.sightline.directory.internal.edit;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Expectation;
import org.sightline.directory.Proposal;
import org.sightline.directory.internal.rules.Faults;
import org.sightline.directory.internal.rules.Known;
import org.sightline.directory.internal.rules.Limits;
import org.sightline.directory.internal.rules.MemberRules;
import org.sightline.directory.internal.rules.Refusals;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;

/** Decides on changes of members (docs/concepts.md, "Members"). */
final class MemberEdits {

    private MemberEdits() {}

    static Proposal<Member> create(DirectorySnapshot directory, Member given) {
        Member member = MemberRules.tidy(given);
        if (directory.memberNumber(member.id()) != DirectorySnapshot.NONE) {
            throw Refusals.conflict(
                    Codes.DUPLICATE_ID, "/user_id", "there is, or once was, a user `" + member.id() + "`");
        }
        Faults faults = Faults.none();
        if (member.status() == MemberStatus.DELETED) {
            faults.invalid("/status", "a new user is `active` or `suspended`");
        }
        MemberRules.check(member, Known.in(directory), faults);
        faults.refuseIfAny();
        requireFreeEmail(directory, member);
        if (directory.memberCount() >= Limits.MEMBERS) {
            throw Refusals.tooMany("users, deleted ones included", Limits.MEMBERS);
        }
        Draft draft = new Draft();
        draft.put(null, member);
        return draft.giving(member);
    }

    static Proposal<Member> update(
            DirectorySnapshot directory, UserId id, Expectation<Member> expectation, UnaryOperator<Member> edit) {
        Member present = present(directory, id);
        Refusals.requireExpected(expectation, present);
        if (present.status() == MemberStatus.DELETED) {
            throw Problem.conflict(Codes.CONFLICT, "user `" + id + "` is deleted, for good")
                    .exception();
        }
        Member edited = MemberRules.tidy(edit.apply(present));
        Faults faults = Faults.none();
        if (!edited.id().equals(id)) {
            faults.add("/user_id", Codes.IMMUTABLE_FIELD, "an id cannot be changed");
        }
        MemberRules.check(edited, Known.in(directory), faults);
        faults.refuseIfAny();
        return edited.equals(present) ? Proposal.nothing(present) : replace(directory, present, edited);
    }

    static Proposal<Member> delete(DirectorySnapshot directory, UserId id, Expectation<Member> expectation) {
        Member present = present(directory, id);
        Refusals.requireExpected(expectation, present);
        if (present.status() == MemberStatus.DELETED) {
            return Proposal.nothing(present);
        }
        Member deleted = present.withDepartments(List.of()).withStatus(MemberStatus.DELETED);
        Proposal<Member> proposal = replace(directory, present, deleted);
        return new Proposal<>(proposal.changes(), proposal.audit(), present);
    }

    private static Proposal<Member> replace(DirectorySnapshot directory, Member present, Member edited) {
        if (!edited.isActive()) {
            PrimaryAdministrators.requireAnother(directory, present.id());
        }
        Draft draft = new Draft();
        if (edited.status() == MemberStatus.DELETED) {
            Mentions.removeMember(directory, edited.id(), draft);
        } else {
            requireFreeEmail(directory, edited);
        }
        draft.put(present, edited);
        return draft.giving(edited);
    }

    private static void requireFreeEmail(DirectorySnapshot directory, Member member) {
        @Nullable String email = member.profile().email();
        if (email == null) {
            return;
        }
        int holder = directory.memberNumberByEmail(email);
        if (holder != DirectorySnapshot.NONE && !directory.member(holder).id().equals(member.id())) {
            throw Refusals.conflict(
                    Codes.DUPLICATE_EMAIL,
                    "/email",
                    "user `" + directory.member(holder).id() + "` has this email address");
        }
    }

    private static Member present(DirectorySnapshot directory, UserId id) {
        int number = directory.memberNumber(id);
        if (number == DirectorySnapshot.NONE) {
            throw Refusals.unknown("user", id);
        }
        return directory.member(number);
    }
}
