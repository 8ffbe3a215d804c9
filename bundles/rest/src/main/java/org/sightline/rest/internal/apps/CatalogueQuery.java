package org.sightline.rest.internal.apps;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.AppPermissions;
import org.sightline.apps.PermissionFilter;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.Permission;
import org.sightline.apps.model.PermissionLevel;
import org.sightline.json.AppPermissionJson;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.answer.Query;

/** The part of the catalogue that a request asks for. */
final class CatalogueQuery {

    private final PermissionFilter filter;

    /**
     * Reads what is asked for.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} naming the parameter
     */
    CatalogueQuery(
            @Nullable String category, @Nullable String level, @Nullable String identity, @Nullable String words) {
        filter = new PermissionFilter(
                category,
                Query.value("level", level, word(PermissionLevel::ofKey, "must be `non_sensitive` or `advanced`")),
                Query.value("identity", identity, word(Identity::ofKey, "must be `app` or `user`")),
                words);
    }

    private static <T> Function<String, T> word(Function<String, Optional<T>> ofKey, String otherwise) {
        return text -> ofKey.apply(text).orElseThrow(() -> new IllegalArgumentException(otherwise));
    }

    /** Answers with a page of it. */
    Response answer(Call call, @Nullable AppPermissions permissions, Locale reader) {
        List<Permission> wanted = Capability.APP_PERMISSIONS.on(permissions).list().stream()
                .filter(permission -> filter.matches(permission, reader))
                .toList();
        return call.page()
                .ofLive(
                        wanted,
                        permission -> permission.name().value(),
                        permission -> AppPermissionJson.of(permission, reader));
    }
}
