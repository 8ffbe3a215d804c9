package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.AppVersion;
import org.sightline.apps.model.Decider;
import org.sightline.apps.model.DecisionState;
import org.sightline.apps.model.PermissionDecision;
import org.sightline.apps.model.RangeDecision;
import org.sightline.json.Json;

/** Versions of apps as rows of {@code app_version}; the id column has both ids. */
final class AppVersionForm implements RowForm<AppVersion> {

    /** Not among the characters of ids. */
    private static final char BETWEEN = '/';

    private static final String PERMISSION = "permission";
    private static final String STATE = "state";
    private static final String BY = "by";
    private static final String REASON = "reason";
    private static final String REFUSAL = "refusal";
    private static final String REQUESTED = "requested";
    private static final String GRANTED = "granted";

    /** Returns what stands in the id column. */
    static String id(AppId app, String version) {
        return prefix(app) + version;
    }

    /** Returns what the id column of all versions of an app begins with. */
    static String prefix(AppId app) {
        return app.value() + BETWEEN;
    }

    @Override
    public String table() {
        return "app_version";
    }

    @Override
    public String idColumn() {
        return "app_and_version";
    }

    @Override
    public List<String> columns() {
        return List.of("submitted_micros", "decisions", "data_range", "events");
    }

    @Override
    public String id(AppVersion version) {
        return id(version.app(), version.version());
    }

    @Override
    public void write(AppVersion version, RowWriter row) throws SQLException {
        List<Map<String, Object>> decisions =
                version.decisions().stream().map(AppVersionForm::values).toList();
        @Nullable RangeDecision range = version.range();
        row.instant(version.submittedAt())
                .text(Json.text(decisions))
                .text(range == null ? null : Json.text(values(range)))
                .text(StoredJson.text(version.events()));
    }

    private static Map<String, Object> values(PermissionDecision decision) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(PERMISSION, decision.permission().toString());
        values.put(STATE, decision.state().key());
        values.put(BY, decision.by().key());
        putIfPresent(values, REASON, decision.reason());
        putIfPresent(values, REFUSAL, decision.refusal());
        return values;
    }

    private static void putIfPresent(Map<String, Object> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static Map<String, Object> values(RangeDecision range) {
        return Map.of(
                REQUESTED, StoredRange.values(range.requested()),
                GRANTED, StoredRange.values(range.granted()),
                STATE, range.state().key());
    }

    @Override
    public AppVersion read(String id, RowReader row) throws SQLException {
        int between = id.indexOf(BETWEEN);
        Instant submittedAt = Micros.instant(row.longNumber());
        List<PermissionDecision> decisions = StoredJson.objects(row.text()).stream()
                .map(AppVersionForm::decision)
                .toList();
        @Nullable String range = row.textOrNull();
        return new AppVersion(
                new AppId(id.substring(0, between)),
                id.substring(between + 1),
                submittedAt,
                decisions,
                range == null ? null : range(StoredJson.values(range)),
                StoredJson.texts(row.textOrNull()));
    }

    private static PermissionDecision decision(Map<String, Object> values) {
        return new PermissionDecision(
                AppPermission.of(text(values, PERMISSION)),
                state(values),
                Decider.ofKey(text(values, BY)).orElseThrow(),
                textOrNull(values, REASON),
                textOrNull(values, REFUSAL));
    }

    private static RangeDecision range(Map<String, Object> values) {
        return new RangeDecision(
                StoredRange.range(object(values, REQUESTED)),
                StoredRange.range(object(values, GRANTED)),
                state(values));
    }

    private static DecisionState state(Map<String, Object> values) {
        return DecisionState.ofKey(text(values, STATE)).orElseThrow();
    }

    private static Map<?, ?> object(Map<String, Object> values, String name) {
        if (values.get(name) instanceof Map<?, ?> object) {
            return object;
        }
        throw new IllegalStateException("a stored version lacks `" + name + "`");
    }

    private static String text(Map<String, Object> values, String name) {
        if (values.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalStateException("a stored version lacks `" + name + "`");
    }

    private static @Nullable String textOrNull(Map<String, Object> values, String name) {
        return values.get(name) instanceof String text ? text : null;
    }
}
