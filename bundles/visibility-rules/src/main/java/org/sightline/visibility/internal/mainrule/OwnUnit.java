package org.sightline.visibility.internal.mainrule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Unit;
import org.sightline.problem.Codes;
import org.sightline.spi.MainRule;
import org.sightline.spi.ParameterFault;
import org.sightline.spi.Sight;
import org.sightline.visibility.model.MainRuleChoice;

/** A viewer sees the units they belong to, of the chosen types (docs/concepts.md, "Main rules"). */
@Component
public final class OwnUnit implements MainRule {

    private static final int[] NOTHING = {};

    @Override
    public String type() {
        return "own_unit";
    }

    @Override
    public Map<Locale, String> labels() {
        return Map.of(
                Locale.ENGLISH, "Own unit", Locale.JAPANESE, "所属ユニットのメンバーのみを表示可能", Locale.GERMAN, "Eigene Einheit");
    }

    @Override
    public List<ParameterFault> check(MainRuleChoice choice, DirectorySnapshot directory) {
        if (!choice.parameters().isEmpty()) {
            return List.of(new ParameterFault("/params", Codes.INVALID, "`own_unit` takes no parameters"));
        }
        if (directory.units().isEmpty()) {
            return List.of(new ParameterFault(
                    "/type", Codes.NO_UNIT_EXISTS, "there is no unit yet; create one before choosing `own_unit`"));
        }
        List<ParameterFault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < choice.unitTypes().size(); index++) {
            String type = choice.unitTypes().get(index);
            if (!seen.add(type)) {
                faults.add(new ParameterFault("/unit_types/" + index, Codes.INVALID, "`" + type + "` is named twice"));
            }
        }
        return faults;
    }

    @Override
    public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) {
        int[][] topsByDepartment = new int[directory.departmentCount()][];
        for (Unit unit : directory.units()) {
            if (choice.unitTypes().isEmpty() || choice.unitTypes().contains(unit.type())) {
                enter(unit, directory, topsByDepartment);
            }
        }
        return new Sight.ByDepartments(new PlacementSight.Source(
                directory,
                departments -> tops(departments, topsByDepartment),
                List.of(choice.unitTypes(), List.copyOf(directory.units()))));
    }

    private static void enter(Unit unit, DirectorySnapshot directory, int[][] topsByDepartment) {
        int[] tops = unit.departments().stream()
                .mapToInt((DepartmentId id) -> directory.departmentNumber(id))
                .filter(number -> number != DirectorySnapshot.NONE)
                .sorted()
                .toArray();
        for (int top : tops) {
            Arrays.fill(topsByDepartment, top, directory.subtreeEnd(top), tops);
        }
    }

    private static int[] tops(int[] departments, int[][] topsByDepartment) {
        int[] found = NOTHING;
        for (int department : departments) {
            int[] tops = topsByDepartment[department];
            if (tops == null || tops == found) {
                continue;
            }
            found = found.length == 0 ? tops : both(found, tops);
        }
        return found;
    }

    private static int[] both(int[] some, int[] others) {
        int[] both = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, both, some.length, others.length);
        return Arrays.stream(both).sorted().distinct().toArray();
    }
}
