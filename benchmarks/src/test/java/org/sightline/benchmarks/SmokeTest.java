package org.sightline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.benchmarks.engine.Agreement;
import org.sightline.benchmarks.engine.PlainServer;
import org.sightline.benchmarks.organisation.Organisation;
import org.sightline.benchmarks.organisation.OrganisationFiles;
import org.sightline.benchmarks.organisation.Partners;
import org.sightline.benchmarks.organisation.Shape;
import org.sightline.directory.model.UserId;
import org.sightline.json.Json;
import org.sightline.json.PolicyJson;
import org.sightline.store.TenantState;
import org.sightline.testkit.trust.BruteForceAcross;
import org.sightline.visibility.SightAcross;
import org.sightline.visibility.VisibilityEngine;

/** The benchmarks ask the right questions of a small organisation; nothing is measured here. */
class SmokeTest {

    private static final int MEMBERS = 200;
    private static final int ASKED = 60;
    private static final long SEED = 42;

    @ParameterizedTest
    @EnumSource(Shape.class)
    void theEngineGivesTheAnswersOfTheBruteForceEvaluator(Shape shape) throws Exception {
        Organisation organisation = Organisation.of(MEMBERS, shape, SEED);
        Agreement agreement = new Agreement(organisation.state(), ASKED, SEED);
        VisibilityEngine engine = new PlainServer().engine(PlainServer.load(organisation.state()));

        assertThat(agreement.questions()).hasSize(ASKED * ASKED).anyMatch(Agreement.Question::visible);
        assertThat(agreement.unequal(engine::sees, ASKED * ASKED)).isZero();
    }

    @Test
    void sightAcrossTrustsGivesTheAnswersOfTheBruteForceEvaluator() {
        Partners organisations = Partners.of(MEMBERS, 2, SEED);
        PlainServer server = new PlainServer();
        int seen = 0;
        for (TenantState partner : organisations.partners()) {
            BruteForceAcross judge = new BruteForceAcross(organisations.own(), partner);
            SightAcross sight = server.across(PlainServer.load(organisations.own()), PlainServer.load(partner));
            for (int viewer = 0; viewer < ASKED; viewer++) {
                for (int target = 0; target < ASKED; target++) {
                    UserId from = organisations.own().members().get(viewer).id();
                    UserId to = partner.members().get(target).id();
                    assertThat(sight.finds(viewer, target)).isEqualTo(judge.finds(from, to));
                    seen += sight.finds(viewer, target) ? 1 : 0;
                }
            }
        }
        assertThat(seen).isPositive().isLessThan(2 * ASKED * ASKED);
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void theSameSeedMakesTheSameOrganisation(Shape shape) {
        assertThat(Organisation.of(MEMBERS, shape, SEED).state())
                .isEqualTo(Organisation.of(MEMBERS, shape, SEED).state());
    }

    @Test
    void filesHoldAPolicyThatTheServerReads(@TempDir Path folder) throws Exception {
        Organisation organisation = Organisation.of(MEMBERS, Shape.TYPICAL, SEED);
        OrganisationFiles files = new OrganisationFiles(folder);

        files.write(organisation.state());

        PolicyJson policy = Json.read(Files.newInputStream(files.policy()), PolicyJson.class);
        assertThat(policy.toModel()).isEqualTo(organisation.state().policy());
        assertThat(files.directory()).content().hasLineCount(MEMBERS + 9 + 200);
    }
}
