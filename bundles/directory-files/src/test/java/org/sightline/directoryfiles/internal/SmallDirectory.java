package org.sightline.directoryfiles.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.Unit;
import org.sightline.visibility.model.VisibilityPolicy;

/** As much of a directory as an export looks at; departments must be added parents first. */
final class SmallDirectory implements Snapshots {

    final List<CustomField> fields = new ArrayList<>();
    final List<Department> departments = new ArrayList<>();
    final List<Member> members = new ArrayList<>();
    final List<Group> groups = new ArrayList<>();
    final List<Unit> units = new ArrayList<>();
    private final Tenant tenant;

    SmallDirectory(Tenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public TenantSnapshot current(TenantKey key) {
        DirectorySnapshot snapshot = (DirectorySnapshot) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DirectorySnapshot.class}, this::answer);
        return new TenantSnapshot(snapshot, VisibilityPolicy.DEFAULT, 1);
    }

    @Override
    public TenantSnapshot current(TenantKey key, long atLeast) {
        return current(key);
    }

    private Object answer(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "revision" -> 42L;
            case "tenant" -> tenant;
            case "memberCount" -> members.size();
            case "member" -> members.get((int) arguments[0]);
            case "memberNumber" -> memberNumber(arguments[0]);
            case "departmentCount" -> departments.size();
            case "department" -> departments.get((int) arguments[0]);
            case "fields" -> fields;
            case "groups" -> groups;
            case "units" -> units;
            default -> throw new UnsupportedOperationException("an export has no reason to ask for " + method);
        };
    }

    private int memberNumber(Object id) {
        return IntStream.range(0, members.size())
                .filter(number -> members.get(number).id().equals(id))
                .findFirst()
                .orElse(DirectorySnapshot.NONE);
    }
}
