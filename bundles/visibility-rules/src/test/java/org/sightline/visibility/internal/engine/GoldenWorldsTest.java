package org.sightline.visibility.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.testkit.world.GoldenWorld;
import org.sightline.testkit.world.GoldenWorlds;
import org.sightline.visibility.Decision;
import org.sightline.visibility.Match;

/** The readable worlds: who sees whom and why, stated by hand. */
class GoldenWorldsTest {

    static List<GoldenWorld> worlds() {
        return GoldenWorlds.all();
    }

    @Test
    void thereAreWorlds() {
        assertThat(worlds()).hasSizeGreaterThanOrEqualTo(15);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void everybodySeesWhatTheWorldStates(GoldenWorld world) {
        CompiledEngine engine = Comparison.compile(world.state());
        assertThat(world.sees()).isNotEmpty();
        world.sees().forEach((viewer, expected) -> assertThat(seenBy(engine, viewer))
                .as("seen by " + viewer)
                .isEqualTo(expected));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void reasonsAreThoseTheWorldStates(GoldenWorld world) {
        CompiledEngine engine = Comparison.compile(world.state());
        for (GoldenWorld.DecidedPair pair : world.decided()) {
            Decision decision = explain(engine, pair);
            assertThat(decision.layer().key()).as(pair.toString()).isEqualTo(pair.layer());
            assertThat(texts(decision.rules().stream())).as(pair.toString()).isEqualTo(pair.rules());
            assertThat(texts(
                            decision.matches().stream().filter(Match::outranked).map(Match::rule)))
                    .as(pair.toString())
                    .isEqualTo(pair.outranked());
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void theBruteForceEvaluatorAgrees(GoldenWorld world) {
        assertThat(Comparison.of(world.state(), true).differences()).isEmpty();
    }

    private static Set<String> seenBy(CompiledEngine engine, UserId viewer) {
        DirectorySnapshot directory = engine.directory();
        Set<String> seen = new HashSet<>();
        for (int member : engine.visibleTo(directory.memberNumber(viewer))) {
            seen.add(directory.member(member).id().value());
        }
        for (int department : engine.departmentsVisibleTo(directory.memberNumber(viewer))) {
            seen.add("department " + directory.department(department).id());
        }
        return seen;
    }

    private static Decision explain(CompiledEngine engine, GoldenWorld.DecidedPair pair) {
        DirectorySnapshot directory = engine.directory();
        int viewer = directory.memberNumber(pair.viewer());
        String[] target = pair.target().split(" ", 2);
        return target[0].equals("user")
                ? engine.explain(viewer, directory.memberNumber(new UserId(target[1])))
                : engine.explainDepartment(viewer, directory.departmentNumber(new DepartmentId(target[1])));
    }

    private static Set<String> texts(Stream<?> values) {
        return values.map(Object::toString).collect(Collectors.toSet());
    }
}
