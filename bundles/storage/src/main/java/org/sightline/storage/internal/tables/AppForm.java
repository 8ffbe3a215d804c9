package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppAvailability;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppSecrets;
import org.sightline.directory.model.UserId;

/** Apps as rows of {@code app}. */
final class AppForm implements RowForm<App> {

    @Override
    public String table() {
        return "app";
    }

    @Override
    public String idColumn() {
        return "app_id";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "app_name",
                "owner_user_id",
                "created_micros",
                "redirect_uris",
                "event_url",
                "availability",
                "secret_digest",
                "earlier_secret_digest",
                "earlier_until_micros",
                "sealed_signing_key",
                "data_range");
    }

    @Override
    public String id(App app) {
        return app.id().value();
    }

    @Override
    public void write(App app, RowWriter row) throws SQLException {
        row.text(app.name())
                .text(app.owner().value())
                .instant(app.createdAt())
                .text(StoredJson.text(app.redirectUris()))
                .text(app.eventUrl())
                .text(app.availability().key())
                .text(app.secrets().digest())
                .text(app.secrets().earlierDigest())
                .instant(app.secrets().earlierUntil())
                .text(app.secrets().sealedSigningKey())
                .text(StoredRange.text(app.range()));
    }

    @Override
    public App read(String id, RowReader row) throws SQLException {
        String name = row.text();
        UserId owner = new UserId(row.text());
        Instant createdAt = Micros.instant(row.longNumber());
        List<String> redirectUris = StoredJson.texts(row.textOrNull());
        @Nullable String eventUrl = row.textOrNull();
        AppAvailability availability = AppAvailability.valueOf(row.text().toUpperCase(Locale.ROOT));
        AppSecrets secrets = new AppSecrets(row.text(), row.textOrNull(), row.instantOrNull(), row.text());
        return new App(
                new AppId(id),
                name,
                owner,
                createdAt,
                redirectUris,
                eventUrl,
                availability,
                secrets,
                StoredRange.range(row.text()));
    }
}
