package org.sightline.benchmarks.reference;

import com.googlecode.aviator.runtime.function.FunctionUtils;
import com.googlecode.aviator.runtime.type.AviatorBoolean;
import com.googlecode.aviator.runtime.type.AviatorObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.casbin.jcasbin.util.function.CustomFunction;
import org.sightline.benchmarks.engine.PlainServer;
import org.sightline.benchmarks.organisation.Organisation;
import org.sightline.directory.model.DirectorySnapshot;

/**
 * Rules as policy lines in the order of precision, of which the first that matches decides ({@code priority}); groups and
 * departments as roles; the main rule as a last line with a function of our own. That order is the closest there is to
 * "most specific, then hidden": lines that cannot be compared are decided by the first one instead of by all.
 */
public final class CasbinReference implements Reference {

    private static final String MODEL = """
            [request_definition]
            r = sub, obj
            [policy_definition]
            p = sub, obj, eft
            [role_definition]
            g = _, _
            g2 = _, _
            [policy_effect]
            e = priority(p.eft) || deny
            [matchers]
            m = (p.sub == "*" && ownDepartment(r.sub, r.obj)) || (g(r.sub, p.sub) && g2(r.obj, p.obj))
            """;

    private Enforcer enforcer = new Enforcer();
    private DirectorySnapshot directory = PlainServer.load(
                    Organisation.of(1, org.sightline.benchmarks.organisation.Shape.TYPICAL, 0)
                            .state())
            .directory();

    @Override
    public String name() {
        return "jCasbin";
    }

    @Override
    public void load(Organisation organisation) {
        directory = PlainServer.load(organisation.state()).directory();
        Entries entries = new Entries(directory);
        Model model = new Model();
        model.loadModelFromText(MODEL);
        enforcer = new Enforcer(model);
        enforcer.enableLog(false);
        enforcer.addFunction("ownDepartment", new OwnDepartment());
        enforcer.addPolicies(lines(entries, organisation));
        enforcer.addNamedGroupingPolicies("g", subjectRoles(entries));
        enforcer.addNamedGroupingPolicies("g2", objectRoles());
    }

    private static List<List<String>> lines(Entries entries, Organisation organisation) {
        List<Entries.Pair> pairs =
                new ArrayList<>(entries.of(organisation.state().policy()));
        pairs.sort(Comparator.comparingInt(Entries.Pair::set)
                .thenComparing(Comparator.comparingInt(entries::precision).reversed())
                .thenComparing(Comparator.comparing(Entries.Pair::hidden).reversed()));
        List<List<String>> lines = new ArrayList<>();
        for (Entries.Pair pair : pairs) {
            List<String> line = List.of(name(pair.subject()), name(pair.object()), pair.hidden() ? "deny" : "allow");
            // Of two rules that say the same about the same, one is enough; jCasbin takes no line twice.
            if (!lines.contains(line)) {
                lines.add(line);
            }
        }
        lines.add(List.of("*", "*", "allow"));
        return lines;
    }

    private List<List<String>> subjectRoles(Entries entries) {
        List<List<String>> roles = objectRoles();
        for (int group = 0; group < entries.groups().size(); group++) {
            for (int member : directory.membersOf(entries.groups().get(group))) {
                roles.add(List.of("m" + member, "g" + group));
            }
        }
        return roles;
    }

    private List<List<String>> objectRoles() {
        List<List<String>> roles = new ArrayList<>();
        for (int department = 1; department < directory.departmentCount(); department++) {
            roles.add(List.of("d" + department, "d" + directory.parentOf(department)));
        }
        for (int member = 0; member < directory.memberCount(); member++) {
            for (int department : directory.departmentsOf(member)) {
                roles.add(List.of("m" + member, "d" + department));
            }
        }
        return roles;
    }

    private static String name(Entries.Entry entry) {
        return switch (entry.kind()) {
            case MEMBER -> "m" + entry.number();
            case GROUP -> "g" + entry.number();
            case DEPARTMENT -> "d" + entry.number();
        };
    }

    @Override
    public boolean sees(int viewer, int target) {
        if (!directory.isActive(viewer) || !directory.isActive(target)) {
            return false;
        }
        return viewer == target || enforcer.enforce("m" + viewer, "m" + target);
    }

    /** Whether one member is in or below a department that the other one is directly in. */
    private final class OwnDepartment extends CustomFunction {

        private static final long serialVersionUID = 1L;

        @Override
        public AviatorObject call(Map<String, Object> env, AviatorObject viewer, AviatorObject target) {
            int from = number(FunctionUtils.getStringValue(viewer, env));
            int to = number(FunctionUtils.getStringValue(target, env));
            for (int own : directory.departmentsOf(from)) {
                for (int other : directory.departmentsOf(to)) {
                    if (other >= own && other < directory.subtreeEnd(own)) {
                        return AviatorBoolean.TRUE;
                    }
                }
            }
            return AviatorBoolean.FALSE;
        }

        private static int number(String member) {
            return Integer.parseInt(member.substring(1));
        }

        @Override
        public String getName() {
            return "ownDepartment";
        }
    }
}
