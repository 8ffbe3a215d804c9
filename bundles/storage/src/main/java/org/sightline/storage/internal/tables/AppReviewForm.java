package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.util.List;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppReview;

/** Reviews of versions as rows of {@code app_review}. */
final class AppReviewForm implements RowForm<AppReview> {

    @Override
    public String table() {
        return "app_review";
    }

    @Override
    public String idColumn() {
        return "review_id";
    }

    @Override
    public List<String> columns() {
        return List.of("app_id", "app_version", "created_micros", "closed_micros");
    }

    @Override
    public String id(AppReview review) {
        return review.id();
    }

    @Override
    public void write(AppReview review, RowWriter row) throws SQLException {
        row.text(review.app().value())
                .text(review.version())
                .instant(review.createdAt())
                .instant(review.closedAt());
    }

    @Override
    public AppReview read(String id, RowReader row) throws SQLException {
        return new AppReview(
                id, new AppId(row.text()), row.text(), Micros.instant(row.longNumber()), row.instantOrNull());
    }
}
