package org.sightline.directory.internal.snapshot;

import java.util.List;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;

/**
 * What a snapshot is made of; each part is immutable or, as the indexes and the pool, only grows.
 */
record SnapshotParts(
        long revision,
        Tenant tenant,
        MemberTable members,
        NumberIndex<UserId> ids,
        EmailIndex emails,
        TextPool pool,
        Placements placements,
        DepartmentTree tree,
        ById<GroupId, Group> groups,
        ById<UnitId, Unit> units,
        List<CustomField> fields,
        ById<UserId, Administrator> administrators) {

    static SnapshotParts of(TenantState state) {
        int size = state.members().size();
        SnapshotParts empty = new SnapshotParts(
                state.revision(),
                state.tenant(),
                MemberTable.EMPTY,
                new NumberIndex<>(SeededHash::of, size + size / 8),
                new EmailIndex(size + size / 8),
                new TextPool(),
                Placements.none(),
                DepartmentTree.of(state.departments()),
                ById.of(state.groups(), Group::id),
                ById.of(state.units(), Unit::id),
                List.copyOf(state.fields()),
                ById.of(state.administrators(), Administrator::user));
        SnapshotEdit edit = new SnapshotEdit(empty);
        state.members().forEach(edit::putMember);
        return edit.done(state.revision());
    }

    /** Returns the number of the member with the email who is not deleted; NONE when there is none. */
    int memberWithEmail(String email) {
        String key = EmailIndex.key(email);
        return emails.find(key, number -> number < members.count() && hasEmail(members.member(number), key));
    }

    private static boolean hasEmail(Member member, String emailKey) {
        String email = member.profile().email();
        return member.status() != MemberStatus.DELETED
                && email != null
                && EmailIndex.key(email).equals(emailKey);
    }
}
