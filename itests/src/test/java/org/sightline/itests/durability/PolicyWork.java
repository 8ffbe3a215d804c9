package org.sightline.itests.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;

/** Replaces the visibility policy; every rule carries the number of the change that wrote it. */
final class PolicyWork implements Work {

    private static final int RULES = 8;

    private final Tenant tenant;
    private int acknowledged;
    private int attempted;

    PolicyWork(Tenant tenant) {
        this.tenant = tenant;
        tenant.addUser("amy");
    }

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public boolean step() {
        int number = ++attempted;
        boolean done = Attempt.of(200, () -> tenant.primary().put(tenant.path() + "/visibility/policy", policy(number)))
                .isPresent();
        if (done) {
            acknowledged = number;
        }
        return done;
    }

    private static String policy(int number) {
        String rules = IntStream.range(0, RULES)
                .mapToObj(rule -> Json.of(
                        "{'rule_id':'r%s','name':'%s','subjects':{'user_ids':['amy']},"
                                + "'objects':{'user_ids':['boss']},'effect':'%s'}",
                        rule, number, effect(number)))
                .collect(Collectors.joining(","));
        return Json.of(
                "{'main_rule':{'type':'%s'},'display_order':'%s','rule_sets':[{'rules':[%s]}]}",
                mainRule(number), displayOrder(number), rules);
    }

    private static String effect(int number) {
        return number % 2 == 0 ? "hidden" : "visible";
    }

    private static String mainRule(int number) {
        return number % 3 == 0 ? "nobody" : "everyone";
    }

    private static String displayOrder(int number) {
        return number % 5 == 0 ? "members_first" : "departments_first";
    }

    @Override
    public void verify() {
        JsonNode policy = tenant.primary()
                .get(tenant.path() + "/visibility/policy")
                .expect(200)
                .json();
        if (attempted == 0) {
            return;
        }
        JsonNode rules = policy.at("/rule_sets/0/rules");
        if (rules.isEmpty()) {
            assertThat(acknowledged)
                    .as("last policy that was acknowledged, none is stored")
                    .isZero();
            attempted = 0;
            return;
        }
        Set<Integer> numbers = new TreeSet<>();
        Set<String> effects = new TreeSet<>();
        rules.forEach(rule -> {
            numbers.add(Integer.parseInt(rule.path("name").asText()));
            effects.add(rule.path("effect").asText());
        });
        assertThat(numbers).as("changes that wrote the %s rules", rules.size()).hasSize(1);
        int kept = numbers.iterator().next();
        assertThat(kept).as("policy, last acknowledged %s", acknowledged).isBetween(acknowledged, attempted);
        assertThat(rules).as("rules of policy %s", kept).hasSize(RULES);
        assertThat(effects).as("effects of policy %s", kept).containsExactly(effect(kept));
        assertThat(policy.at("/main_rule/type").asText()).isEqualTo(mainRule(kept));
        assertThat(policy.path("display_order").asText()).isEqualTo(displayOrder(kept));
        acknowledged = kept;
        attempted = kept;
    }
}
