package org.sightline.filechannel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.directory.model.TenantKey;
import org.sightline.spi.Card;

class FileChannelTest {

    @Test
    void everyCardIsALine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new/cards.log");
        FileChannel channel = new FileChannel(file);
        channel.deliver(card("Bravo asks to become a trusted party"));
        channel.deliver(card("株式会社さくらから関連組織の申請が届きました"));

        assertThat(channel.id()).isEqualTo("file");
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "2026-03-01T12:00:00Z\tacme\ttrust_request_received\tBravo asks to become a trusted party\thttps://sightline.example/",
                        "2026-03-01T12:00:00Z\tacme\ttrust_request_received\t株式会社さくらから関連組織の申請が届きました\thttps://sightline.example/");
    }

    private static Card card(String title) {
        return new Card(
                "c0ffee",
                "trust_request_received",
                Instant.parse("2026-03-01T12:00:00Z"),
                new TenantKey("acme"),
                List.of(),
                Locale.ENGLISH,
                title,
                "text",
                "https://sightline.example/",
                "trust_request",
                "r1");
    }
}
