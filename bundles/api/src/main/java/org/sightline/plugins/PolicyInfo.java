package org.sightline.plugins;

import java.util.Locale;

/**
 * What is known of one policy or channel. All of these serve every tenant, a channel those that choose it.
 *
 * @param kind      what it decides or does
 * @param id        its id; the name of its class when its kind has no ids
 * @param serviceId the id of its OSGi service, which leads to its bundle
 * @param state     whether it serves
 * @param detail    why it does not serve, or what has failed last; empty when all is well
 */
public record PolicyInfo(Kind kind, String id, long serviceId, State state, String detail) {

    /** What a policy decides, or a channel does. */
    public enum Kind {
        /** Whom viewers see; only those that do not say their type, all others are in {@code MainRules}. */
        MAIN_RULE,
        /** How many supplementary rules a plan allows. */
        RULE_QUOTA,
        /** How many trusted parties a plan allows. */
        TRUST_QUOTA,
        /** Which tenants may connect. */
        TRUST_POLICY,
        /** Which permissions apps get. */
        APPROVAL_POLICY,
        /** By what cards go out. */
        NOTIFICATION_CHANNEL;

        /** Returns the word used in JSON and at the console: the name in lower case. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a policy serves. */
    public enum State {
        /** It is asked. */
        SERVING,
        /** Another one with the same id and a higher ranking serves. */
        OUTRANKED,
        /** It threw or overran its time limit and is put aside. */
        QUARANTINED;

        /** Returns the word used in JSON and at the console: the name in lower case. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A policy that serves unless it has failed.
     *
     * @param failure empty when it has not
     */
    public static PolicyInfo of(Kind kind, String id, long serviceId, String failure) {
        return new PolicyInfo(kind, id, serviceId, failure.isEmpty() ? State.SERVING : State.QUARANTINED, failure);
    }
}
