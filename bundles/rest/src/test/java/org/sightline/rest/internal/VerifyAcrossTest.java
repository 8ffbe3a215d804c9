package org.sightline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sightline.apps.model.DataRange;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.rest.internal.RestHarness.Answer;
import org.sightline.rest.internal.visibility.TestedVerify;
import org.sightline.trust.TrustedParties;
import org.sightline.visibility.RangeSight;
import org.sightline.visibility.SightAcross;
import org.sightline.visibility.TrustDecision;
import org.sightline.visibility.TrustDecision.Check;
import org.sightline.visibility.Visibility;
import org.sightline.visibility.VisibilityEngine;
import org.sightline.visibility.model.RuleId;

/** The question across a trust: its answer, and what is refused. */
class VerifyAcrossTest {

    private static final String PATH = "api/v1/tenants/acme/trust/verify";
    private static final TrustDecision DECISION = new TrustDecision(
            true, false, List.of(new RuleId("c1")), "because", List.of(new TrustDecision.Result(Check.BROWSE, false)));

    private final Trusting trusting = new Trusting();
    private final RestHarness rest =
            new RestHarness(0, states -> new Object[] {TestedVerify.asking(trusting, new Deciding())});

    private Answer ask(String token, String body) {
        return rest.post(PATH, token, body.replace('\'', '"'), Map.of());
    }

    @Test
    void theAnswerComesWithItsChecks() {
        Answer answer = ask("primary", "{'subject_user_id':'m0','partner':'other','object_user_id':'anybody'}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo("{\"find\":true,\"browse\":false,\"explanation\":\"because\",\"rule_ids\":[\"c1\"],"
                        + "\"checks\":[{\"check\":\"browse\",\"holds\":false}]}");
    }

    @Test
    void strangersAndUnknownMembersAreRefused() {
        assertThat(ask("primary", "{'subject_user_id':'m0','partner':'nobody','object_user_id':'m0'}")
                        .status())
                .isEqualTo(404);
        Answer unknown = ask("primary", "{'subject_user_id':'m99','partner':'other','object_user_id':'m0'}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().at("/errors/0/pointer").asText()).isEqualTo("/subject_user_id");
        Answer empty = ask("primary", "{}");
        assertThat(empty.json().path("errors")).hasSize(3);
        assertThat(ask("member", "{}").status()).isEqualTo(403);
        assertThat(ask("organization", "{}").status()).isEqualTo(403);
    }

    /** Trusts one tenant. */
    private final class Trusting implements TrustedParties {

        @Override
        public Optional<TenantSnapshot> partner(TenantSnapshot own, TenantKey partner) {
            return partner.value().equals("other") ? Optional.of(rest.snapshots.current(partner)) : Optional.empty();
        }

        @Override
        public List<TenantSnapshot> partners(TenantSnapshot own) {
            throw new UnsupportedOperationException("the question is about one");
        }
    }

    /** Decides everything in one way. */
    private static final class Deciding implements Visibility {

        @Override
        public VisibilityEngine engine(TenantSnapshot snapshot) {
            throw new UnsupportedOperationException("the question is not about one tenant");
        }

        @Override
        public SightAcross across(TenantSnapshot own, TenantSnapshot partner) {
            return (SightAcross) Proxy.newProxyInstance(
                    SightAcross.class.getClassLoader(),
                    new Class<?>[] {SightAcross.class},
                    (proxy, method, arguments) -> DECISION);
        }

        @Override
        public RangeSight range(TenantSnapshot snapshot, DataRange range) {
            throw new UnsupportedOperationException("no app asks here");
        }
    }
}
