package org.sightline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.Tenant;
import org.sightline.spi.ApprovalPolicy;
import org.sightline.spi.ApprovalQuestion;
import org.sightline.spi.ApprovalVerdict;
import org.sightline.spi.Card;
import org.sightline.spi.NotificationChannel;
import org.sightline.spi.PlanQuotaPolicy;
import org.sightline.spi.TrustPolicy;
import org.sightline.spi.TrustVerdict;

/** The contracts of the other doors pass what is good and catch what is not. */
class OtherContractsTest {

    private static List<String> trust(Supplier<TrustPolicy> policy) {
        return checks(new TrustPolicyContract() {
            @Override
            protected TrustPolicy policy() {
                return policy.get();
            }
        });
    }

    private static List<String> approval(Supplier<ApprovalPolicy> policy) {
        return checks(new ApprovalPolicyContract() {
            @Override
            protected ApprovalPolicy policy() {
                return policy.get();
            }

            @Override
            protected List<ApprovalQuestion> questions() {
                return List.of(question("docs:document:read"), question("docs:document:copy"));
            }
        });
    }

    private static List<String> quota(Function<Tenant, OptionalInt> quota) {
        return checks(new PlanQuotaPolicyContract() {
            @Override
            protected PlanQuotaPolicy policy() {
                return new PlanQuotaPolicy() {
                    @Override
                    public OptionalInt trustedParties(Tenant tenant) {
                        return quota.apply(tenant);
                    }
                };
            }
        });
    }

    private static List<String> channel(String id, Delivery delivery) {
        return checks(new NotificationChannelContract() {
            @Override
            protected NotificationChannel channel() {
                return new NotificationChannel() {
                    @Override
                    public String id() {
                        return id;
                    }

                    @Override
                    public void deliver(Card card) throws Exception {
                        delivery.of(card);
                    }
                };
            }
        });
    }

    private static List<String> checks(Object contract) {
        List<Complaint> complaints = Complaint.of(contract);
        assertThat(complaints)
                .allSatisfy(complaint -> assertThat(complaint.message()).contains("What to do: "));
        return complaints.stream().map(Complaint::check).toList();
    }

    @Test
    void trustPolicies() {
        AtomicInteger asked = new AtomicInteger();
        assertThat(trust(() -> (scanning, inviting) -> TrustVerdict.ALLOWED)).isEmpty();
        assertThat(trust(() -> (scanning, inviting) -> new TrustVerdict.Refused("not_today", "Ask tomorrow.")))
                .isEmpty();
        assertThat(trust(() -> (scanning, inviting) -> new TrustVerdict.Refused("Not today", "Ask tomorrow.")))
                .containsExactly("everyPairGetsAVerdict");
        assertThat(trust(() -> (scanning, inviting) -> new TrustVerdict.Refused("not_today", "")))
                .containsExactly("everyPairGetsAVerdict");
        assertThat(trust(() -> (scanning, inviting) -> null)).contains("everyPairGetsAVerdict");
        assertThat(trust(() -> (scanning, inviting) ->
                        new TrustVerdict.Refused("no_" + asked.incrementAndGet(), "Ask tomorrow.")))
                .contains("sameTenantsGetTheSameVerdict", "isSafeForManyThreads");
    }

    @Test
    void approvalPolicies() {
        AtomicInteger asked = new AtomicInteger();
        assertThat(approval(() -> question -> ApprovalVerdict.NO_OPINION)).isEmpty();
        assertThat(approval(() -> question -> new ApprovalVerdict.Rejected("")))
                .containsExactly("everyQuestionGetsAVerdict");
        assertThat(approval(() -> question -> null)).contains("everyQuestionGetsAVerdict");
        assertThat(approval(() -> question -> new ApprovalVerdict.Rejected("no " + asked.incrementAndGet())))
                .contains("sameQuestionGetsTheSameVerdict", "isSafeForManyThreads");
    }

    @Test
    void quotaPolicies() {
        AtomicInteger asked = new AtomicInteger();
        assertThat(quota(tenant -> OptionalInt.of(100))).isEmpty();
        assertThat(quota(tenant -> OptionalInt.of(-1))).containsExactly("quotasAreNumbersOrNoOpinion");
        assertThat(quota(tenant -> null)).containsExactly("quotasAreNumbersOrNoOpinion");
        assertThat(quota(tenant -> OptionalInt.of(asked.incrementAndGet())))
                .containsExactly("sameTenantGetsTheSameQuotas");
    }

    @Test
    void channels() {
        assertThat(channel("pager", card -> {})).isEmpty();
        assertThat(channel("My Pager", card -> {})).containsExactly("idCanBeNamed");
        assertThat(channel("pager", card -> {
                    if (card.recipients().get(0).email().isEmpty()) {
                        throw new IllegalStateException("nobody there");
                    }
                }))
                .containsExactly("takesCardsOfSeveralTenantsAtOnce", "takesEveryCardAndOneThatComesTwice");
    }

    /** What a channel does with a card. */
    private interface Delivery {

        void of(Card card) throws Exception;
    }
}
