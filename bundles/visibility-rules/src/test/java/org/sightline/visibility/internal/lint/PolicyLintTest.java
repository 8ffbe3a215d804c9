package org.sightline.visibility.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;
import org.sightline.visibility.LintFinding;
import org.sightline.visibility.internal.Worlds;
import org.sightline.visibility.internal.mainrule.Everyone;
import org.sightline.visibility.internal.mainrule.RegisteredMainRules;
import org.sightline.visibility.internal.tenants.CompiledVisibility;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;

/** Which rules are complained about, with which code and which words. */
class PolicyLintTest {

    private static final Rule ANN_NOT_BOB = Worlds.rule("r1", "ann", "bob");

    private final PolicyLint lint;

    PolicyLintTest() {
        RegisteredMainRules mainRules = new RegisteredMainRules(Duration.ofSeconds(5));
        mainRules.add(new Everyone(), Map.of(), "test");
        lint = new PolicyLint(new CompiledVisibility(mainRules, 1_000_000L));
    }

    @Test
    void aRuleThatDecidesIsFine() {
        assertThat(check(ANN_NOT_BOB)).isEmpty();
    }

    @Test
    void nobodyFitsTheSubjects() {
        assertThat(check(Worlds.rule("r1", "cem", "bob")))
                .extracting(LintFinding::code)
                .containsExactly(LintFinding.Code.NO_SUBJECT, LintFinding.Code.ENTRY_GONE);
    }

    @Test
    void nothingFitsTheObjects() {
        assertThat(check(Worlds.rule("r1", "ann", "cem")))
                .extracting(LintFinding::code)
                .containsExactly(LintFinding.Code.NO_OBJECT, LintFinding.Code.ENTRY_GONE);
    }

    @Test
    void anotherRuleSaysTheSame() {
        LintFinding finding =
                check(ANN_NOT_BOB, Worlds.rule("r2", "ann", "bob")).get(0);

        assertThat(finding.code()).isEqualTo(LintFinding.Code.SHADOWED);
        assertThat(finding.ruleSet()).isEqualTo(1);
        assertThat(finding.detail()).endsWith("such as `r2`");
    }

    @Test
    void itOnlySpeaksOfSomebodyAndThemself() {
        assertThat(check(Worlds.rule("r1", "ann", "ann"))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(LintFinding.Code.SHADOWED);
            assertThat(finding.detail()).contains("sees themself");
        });
    }

    @Test
    void entriesThatAreGoneAreNamed() {
        Rule rule = new Rule(
                new RuleId("r1"),
                null,
                new Subjects(
                        List.of(new UserId("ann"), new UserId("nobody")),
                        List.of(new GroupId("dissolved")),
                        List.of(new DepartmentId("closed"))),
                new Targets(List.of(new UserId("bob"), new UserId("cem")), List.of(new DepartmentId("moved"))),
                Effect.HIDDEN);

        assertThat(check(rule)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(LintFinding.Code.ENTRY_GONE);
            assertThat(finding.detail())
                    .isEqualTo("names what is gone: subject user `nobody`, subject group `dissolved`,"
                            + " subject department `closed`, object user `cem`, object department `moved`");
        });
    }

    private List<LintFinding> check(Rule... rules) {
        return lint.check(Worlds.snapshot(Worlds.policy("everyone", rules), 1));
    }
}
