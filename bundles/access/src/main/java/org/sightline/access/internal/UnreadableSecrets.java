package org.sightline.access.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sightline.access.SecretBox;
import org.sightline.health.Health;
import org.sightline.problem.ProblemException;
import org.sightline.store.SealedSecretStore;
import org.sightline.store.SealedSecretStore.Kind;

/**
 * How many kept secrets the server's key does not open, by kind; none when it is the key that sealed them.
 *
 * @param counts above zero only
 */
record UnreadableSecrets(Map<Kind, Integer> counts) {

    /** Tries all secrets. */
    static UnreadableSecrets of(SealedSecretStore store, SecretBox box) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        store.forEach((kind, secret) -> {
            if (!opens(box, secret)) {
                counts.merge(kind, 1, Integer::sum);
            }
        });
        return new UnreadableSecrets(counts);
    }

    private static boolean opens(SecretBox box, String secret) {
        try {
            return !box.open(secret).isEmpty();
        } catch (ProblemException sealedWithAnotherKey) {
            return false;
        }
    }

    /** Returns what health says. */
    Health health() {
        if (counts.isEmpty()) {
            return Health.UP;
        }
        List<String> parts = new ArrayList<>();
        List<String> cures = new ArrayList<>();
        counts.forEach((kind, count) -> {
            parts.add(what(kind) + ": " + count);
            cures.add(cure(kind));
        });
        return Health.degraded("the server's key does not open what another one has sealed ("
                + String.join("; ", parts) + ")"
                + "; put the old " + KeyedSecretBox.FILE + " (or " + KeyedSecretBox.VARIABLE
                + ") back from where its copy is kept and restart; only if it is lost for good, "
                + String.join(", ", cures));
    }

    private static String what(Kind kind) {
        return switch (kind) {
            case INVITATION -> "invitation codes, which nobody can use or see";
            case APP -> "apps, whose secrets and tokens are refused and whose events wait";
            case WEBHOOK -> "webhooks, whose cards wait";
        };
    }

    private static String cure(Kind kind) {
        return switch (kind) {
            case INVITATION -> "reset the invitations";
            case APP -> "renew the apps' secrets";
            case WEBHOOK -> "set the webhooks' secrets anew";
        };
    }
}
