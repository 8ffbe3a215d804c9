package org.sightline.storage.internal.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.DataRange;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;
import org.sightline.json.Json;

/** Data ranges as JSON in one column. */
final class StoredRange {

    private static final String ALL = "all";
    private static final String DEPARTMENTS = "departments";
    private static final String MEMBERS = "members";
    private static final String GROUPS = "groups";

    private StoredRange() {}

    static String text(DataRange range) {
        return Json.text(values(range));
    }

    static DataRange range(String text) {
        return range(StoredJson.values(text));
    }

    static Map<String, Object> values(DataRange range) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(ALL, range.all());
        values.put(
                DEPARTMENTS,
                range.departments().stream().map(DepartmentId::value).toList());
        values.put(MEMBERS, range.members().stream().map(UserId::value).toList());
        values.put(GROUPS, range.groups().stream().map(GroupId::value).toList());
        return values;
    }

    static DataRange range(Map<?, ?> values) {
        return new DataRange(
                Boolean.TRUE.equals(values.get(ALL)),
                ids(values.get(DEPARTMENTS), DepartmentId::new),
                ids(values.get(MEMBERS), UserId::new),
                ids(values.get(GROUPS), GroupId::new));
    }

    private static <T> List<T> ids(@Nullable Object list, Function<String, T> id) {
        if (list instanceof List<?> ids) {
            return ids.stream().map(each -> id.apply((String) each)).toList();
        }
        throw new IllegalStateException("a stored data range lacks a list");
    }
}
