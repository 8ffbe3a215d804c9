package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.util.List;
import org.sightline.directory.model.Condition;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;

/** Groups as rows of {@code member_group}; a condition is kept as it was written. */
final class GroupForm implements RowForm<Group> {

    @Override
    public String table() {
        return "member_group";
    }

    @Override
    public String idColumn() {
        return "group_id";
    }

    @Override
    public List<String> columns() {
        return List.of("name", "user_ids", "department_ids", "membership_condition");
    }

    @Override
    public String id(Group group) {
        return group.id().value();
    }

    @Override
    public void write(Group group, RowWriter row) throws SQLException {
        Condition condition = group.condition();
        row.text(group.name())
                .ids(group.members(), UserId::value)
                .ids(group.departments(), DepartmentId::value)
                .text(condition == null ? null : condition.text());
    }

    @Override
    public Group read(String id, RowReader row) throws SQLException {
        String name = row.text();
        List<UserId> members = row.ids(UserId::new);
        List<DepartmentId> departments = row.ids(DepartmentId::new);
        String condition = row.textOrNull();
        return new Group(
                new GroupId(id), name, members, departments, condition == null ? null : Condition.parse(condition));
    }
}
