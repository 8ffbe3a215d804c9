package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.http.Trust;
import org.sightline.itests.server.ServerUnderTest;

/** The digest comes at ten, once, over restarts; what was missed is made up for; and mail goes to a real mail server. */
class DigestIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void comesAtTenOncePerDayAndIsMadeUpFor() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (ServerUnderTest server = new ServerUnderTest("digest")) {
            server.with("SIGHTLINE_SMTP_HOST", "127.0.0.1")
                    .with("SIGHTLINE_SMTP_PORT", Integer.toString(mail.getSmtp().getPort()));
            story(server, mail);
        } finally {
            mail.stop();
        }
    }

    private static void story(ServerUnderTest server, GreenMail mail) throws MessagingException {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        startAt(server, day.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC));
        Tenant asked = Tenant.create(server, "pro");
        Tenant asking = Tenant.create(server, "pro");
        asked.primary()
                .patch(asked.path() + "/users/" + Tenant.PRIMARY, Json.of("{'email':'boss@asked.example'}"))
                .expect(200);
        asked.primary()
                .put(asked.path() + "/notification-channels", Json.of("{'mail':{'enabled':true}}"))
                .expect(200);
        Trust.ask(asking, asked);
        await("the card by mail").atMost(PATIENCE).until(() -> subjects(mail).size() == 1);
        assertThat(digests(asked.primary(), asked)).as("before ten").isEmpty();

        server.stop();
        startAt(server, day.atTime(LocalTime.of(9, 59, 20)).toInstant(ZoneOffset.UTC));
        await("ten o'clock").atMost(PATIENCE).until(() -> digests(asked.primary(), asked)
                .equals(List.of(day.toString())));
        await("the digest by mail").atMost(PATIENCE).until(() -> subjects(mail).size() == 2);
        assertThat(subjects(mail).get(1)).isEqualTo("A trusted-party request is waiting");
        assertThat(digests(asking.primary(), asking)).isEmpty();

        server.stop();
        startAt(server, day.atTime(LocalTime.of(11, 0)).toInstant(ZoneOffset.UTC));
        assertNothingMoreComes(signIn(server, asked), asked, List.of(day.toString()));

        server.stop();
        LocalDate later = day.plusDays(4);
        startAt(server, later.atTime(LocalTime.of(6, 0)).toInstant(ZoneOffset.UTC));
        Api boss = signIn(server, asked);
        List<String> madeUp = List.of(later.minusDays(1).toString(), day.toString());
        await("the latest one that was missed").atMost(PATIENCE).until(() -> digests(boss, asked)
                .equals(madeUp));
        assertNothingMoreComes(boss, asked, madeUp);
    }

    private static void assertNothingMoreComes(Api boss, Tenant asked, List<String> expected) {
        await("two more looks of the scheduler")
                .atMost(PATIENCE)
                .pollDelay(Duration.ofSeconds(25))
                .until(() -> digests(boss, asked).equals(expected));
    }

    private static void startAt(ServerUnderTest server, Instant at) {
        Duration offset = Duration.between(Instant.now(), at);
        server.with("SIGHTLINE_CLOCK_OFFSET", offset.toString()).start();
    }

    /** Sessions end with the days that are left out. */
    private static Api signIn(ServerUnderTest server, Tenant tenant) {
        return Tenant.signIn(server, tenant.key(), Tenant.PRIMARY);
    }

    /** Returns the days whose digests are in the inbox, the newest first. */
    private static List<String> digests(Api reader, Tenant tenant) {
        List<String> days = new ArrayList<>();
        reader.get(tenant.path() + "/notifications")
                .expect(200)
                .json()
                .path("items")
                .forEach(card -> {
                    if (card.path("type").asText().equals("trust_requests_digest")) {
                        days.add(card.at("/object/id").asText());
                    }
                });
        return days;
    }

    private static List<String> subjects(GreenMail mail) throws MessagingException {
        List<String> subjects = new ArrayList<>();
        for (MimeMessage each : mail.getReceivedMessages()) {
            subjects.add(each.getSubject());
        }
        return subjects;
    }
}
