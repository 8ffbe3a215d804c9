package org.sightline.rest.internal.directory;

import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.json.DepartmentJson;
import org.sightline.json.FieldTypes;
import org.sightline.json.UserJson;

/** A directory without anything left out. */
final class WholeDirectory implements ShownDirectory {

    private final DirectorySnapshot directory;
    private final FieldTypes types;

    WholeDirectory(DirectorySnapshot directory) {
        this.directory = directory;
        this.types = FieldTypes.of(directory.fields());
    }

    @Override
    public DirectorySnapshot directory() {
        return directory;
    }

    @Override
    public boolean showsMember(int member) {
        return true;
    }

    @Override
    public boolean showsDepartment(int department) {
        return true;
    }

    @Override
    public int @Nullable [] members() {
        return null;
    }

    @Override
    public int @Nullable [] departments() {
        return null;
    }

    @Override
    public UserJson member(int member) {
        return UserJson.of(directory.member(member), types);
    }

    @Override
    public DepartmentJson department(int department) {
        return DepartmentJson.of(directory.department(department));
    }
}
