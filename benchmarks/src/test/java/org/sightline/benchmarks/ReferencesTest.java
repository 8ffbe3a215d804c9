package org.sightline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sightline.benchmarks.engine.Agreement;
import org.sightline.benchmarks.engine.PlainServer;
import org.sightline.benchmarks.organisation.Organisation;
import org.sightline.benchmarks.organisation.PolicySteps;
import org.sightline.benchmarks.organisation.Shape;
import org.sightline.benchmarks.reference.CasbinReference;
import org.sightline.benchmarks.reference.CedarReference;
import org.sightline.benchmarks.reference.Reference;
import org.sightline.visibility.VisibilityEngine;
import org.sightline.visibility.model.VisibilityPolicy;

/** The references answer what they are asked; nothing is measured here. */
class ReferencesTest {

    private static final int MEMBERS = 200;
    private static final int ASKED = 12;
    private static final long SEED = 42;

    private final Organisation organisation = Organisation.of(MEMBERS, Shape.TYPICAL, SEED);
    private final Agreement agreement = new Agreement(organisation.state(), ASKED, SEED);

    @Test
    void cedarGivesTheAnswersOfTheBruteForceEvaluatorAndFollowsAChange() throws Exception {
        VisibilityPolicy next = new PolicySteps(organisation).flip();
        PlainServer server = new PlainServer();
        VisibilityEngine engine = server.engine(PlainServer.withPolicy(PlainServer.load(organisation.state()), next));
        try (Reference cedar = new CedarReference()) {
            cedar.load(organisation);
            assertThat(agreement.unequal(cedar::sees, ASKED * ASKED)).isZero();

            cedar.change(next);

            for (Agreement.Question question : agreement.questions()) {
                assertThat(cedar.sees(question.viewer(), question.target()))
                        .as("%s", question)
                        .isEqualTo(engine.sees(question.viewer(), question.target()));
            }
        }
    }

    @Test
    void casbinGivesMostOfThem() throws Exception {
        try (Reference casbin = new CasbinReference()) {
            casbin.load(organisation);

            assertThat(agreement.unequal(casbin::sees, ASKED * ASKED)).isLessThan(ASKED * ASKED / 4);
        }
    }
}
