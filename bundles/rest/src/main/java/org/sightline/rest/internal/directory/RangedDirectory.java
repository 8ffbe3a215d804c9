package org.sightline.rest.internal.directory;

import java.util.Set;
import org.sightline.apps.NeededPermissions;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.PermissionName;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.json.DepartmentJson;
import org.sightline.json.FieldTypes;
import org.sightline.json.UserJson;
import org.sightline.visibility.RangeSight;

/** A directory as an app sees it as itself: what its data range reaches, with the fields that its permissions open. */
final class RangedDirectory implements ShownDirectory {

    private final DirectorySnapshot directory;
    private final RangeSight sight;
    private final FieldTypes types;
    private final Set<String> memberFields;
    private final Set<String> departmentFields;

    RangedDirectory(DirectorySnapshot directory, RangeSight sight, Set<PermissionName> held) {
        NeededPermissions needed = NeededPermissions.shipped();
        this.directory = directory;
        this.sight = sight;
        this.types = FieldTypes.of(directory.fields());
        this.memberFields = needed.openFields(NeededPermissions.USER, Identity.APP, held);
        this.departmentFields = needed.openFields(NeededPermissions.DEPARTMENT, Identity.APP, held);
    }

    @Override
    public DirectorySnapshot directory() {
        return directory;
    }

    @Override
    public boolean showsMember(int member) {
        return sight.sees(member);
    }

    @Override
    public boolean showsDepartment(int department) {
        return sight.seesDepartment(department);
    }

    @Override
    public int[] members() {
        return sight.members();
    }

    @Override
    public int[] departments() {
        return sight.departments();
    }

    @Override
    public UserJson member(int member) {
        return UserJson.of(directory.member(member), types, memberFields, this::reaches);
    }

    @Override
    public DepartmentJson department(int department) {
        return DepartmentJson.of(directory.department(department), departmentFields, this::reaches, this::seesMember);
    }

    private boolean reaches(DepartmentId id) {
        int department = directory.departmentNumber(id);
        return department != DirectorySnapshot.NONE && sight.seesDepartment(department);
    }

    private boolean seesMember(UserId id) {
        int member = directory.memberNumber(id);
        return member != DirectorySnapshot.NONE && sight.sees(member);
    }
}
