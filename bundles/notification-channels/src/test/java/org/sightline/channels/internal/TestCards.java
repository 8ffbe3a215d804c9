package org.sightline.channels.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.spi.Card;

final class TestCards {

    static final TenantKey ACME = new TenantKey("acme");

    private TestCards() {}

    static Card card(Card.Recipient... recipients) {
        return new Card(
                "c0ffee",
                "trust_request_received",
                Instant.parse("2026-03-01T12:00:00Z"),
                ACME,
                List.of(recipients),
                Locale.JAPANESE,
                "株式会社さくらから関連組織の申請が届きました",
                "申請一覧で確認してください。",
                "https://sightline.example/api/v1/tenants/acme/trust/requests?direction=incoming&state=pending",
                "trust_request",
                "r1");
    }

    static Card.Recipient recipient(String id, String email) {
        return new Card.Recipient(new UserId(id), "Name of " + id, email);
    }
}
