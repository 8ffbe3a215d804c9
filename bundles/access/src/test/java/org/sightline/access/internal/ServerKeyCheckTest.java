package org.sightline.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sightline.health.Health;
import org.sightline.store.SealedSecretStore;
import org.sightline.store.StoreUnavailableException;

class ServerKeyCheckTest implements SealedSecretStore {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private final KeyedSecretBox before = new KeyedSecretBox(KEY);
    private final KeyedSecretBox now = new KeyedSecretBox(KEY.toUpperCase(java.util.Locale.ROOT));
    private final List<Map.Entry<Kind, String>> kept = new ArrayList<>();
    private boolean isAway;
    private final ServerKeyCheck check = new ServerKeyCheck(this, now);

    @AfterEach
    void stop() {
        check.stop();
    }

    @Override
    public synchronized void forEach(BiConsumer<Kind, String> visitor) {
        if (isAway) {
            throw new StoreUnavailableException("away", new IllegalStateException());
        }
        kept.forEach(each -> visitor.accept(each.getKey(), each.getValue()));
    }

    private synchronized void keep(Kind kind, String sealed) {
        kept.add(Map.entry(kind, sealed));
    }

    private synchronized void setAway(boolean away) {
        isAway = away;
    }

    private Health found() {
        check.tryAll();
        return check.look();
    }

    @Test
    void isWellWhileTheKeyOpensAll() {
        assertThat(found()).isEqualTo(Health.UP);
        keep(Kind.APP, now.seal("signing key"));
        keep(Kind.WEBHOOK, now.seal("secret"));
        assertThat(found()).isEqualTo(Health.UP);
    }

    @Test
    void countsWhatItDoesNotOpenAndSaysWhatToDo() {
        keep(Kind.INVITATION, before.seal("code"));
        keep(Kind.INVITATION, before.seal("other code"));
        keep(Kind.INVITATION, now.seal("new code"));
        keep(Kind.WEBHOOK, before.seal("secret"));

        assertThat(found().state()).isEqualTo(Health.State.DEGRADED);
        assertThat(found().detail())
                .contains("invitation codes, which nobody can use or see: 2", "webhooks, whose cards wait: 1")
                .contains("put the old server.key (or SIGHTLINE_SERVER_KEY) back")
                .contains("reset the invitations, set the webhooks' secrets anew")
                .doesNotContain("apps");
    }

    @Test
    void isWellAgainWhenTheyAreMadeAnewAndRemembersWhileTheDatabaseIsAway() {
        keep(Kind.APP, before.seal("signing key"));
        Health degraded = found();
        assertThat(degraded.detail()).contains("events wait: 1", "renew the apps' secrets");
        setAway(true);
        assertThat(found()).isEqualTo(degraded);

        setAway(false);
        kept.set(0, Map.entry(Kind.APP, now.seal("new signing key")));
        assertThat(found()).isEqualTo(Health.UP);
    }
}
