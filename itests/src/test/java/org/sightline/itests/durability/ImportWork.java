package org.sightline.itests.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;

/** Imports the same members again and again, each time with another city; every third time in the background. */
final class ImportWork implements Work {

    private static final int MEMBERS = 400;
    private static final long POLL_NANOS = 2_000_000;

    private final Tenant tenant;
    private final Api boss;
    private int acknowledged;
    private int attempted;

    ImportWork(Tenant tenant) {
        this.tenant = tenant;
        this.boss = tenant.primary();
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public boolean step() {
        int number = ++attempted;
        boolean done = number % 3 == 0 ? inBackground(number) : atOnce(number);
        if (done) {
            acknowledged = number;
        }
        return done;
    }

    private boolean atOnce(int number) {
        return Attempt.of(200, () -> send("", number)).isPresent();
    }

    private boolean inBackground(int number) {
        Optional<String> job =
                Attempt.of(202, () -> send("?async=true", number)).map(answer -> answer.text("/job_id"));
        while (job.isPresent()) {
            String path = tenant.path() + "/jobs/" + job.get();
            Optional<String> state = Attempt.of(200, () -> boss.get(path)).map(answer -> answer.text("/state"));
            if (!state.equals(Optional.of("running"))) {
                return state.equals(Optional.of("done"));
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return false;
    }

    private Answer send(String query, int number) {
        return boss.send("POST", tenant.path() + "/directory/import" + query, "application/x-ndjson", lines(number));
    }

    private static String lines(int number) {
        String department =
                Json.of("{'kind':'department','department_id':'imported','name':'%s','parent_id':'0'}", number);
        return IntStream.range(0, MEMBERS)
                .mapToObj(member -> Json.of(
                        "{'kind':'user','user_id':'i%s','name':'Imported','city':'%s','department_ids':['imported']}",
                        member, number))
                .collect(Collectors.joining("\n", department + "\n", ""));
    }

    @Override
    public void verify() {
        Answer department = boss.get(tenant.path() + "/departments/imported");
        List<JsonNode> members = department.status() == 404 ? List.of() : members();
        if (members.isEmpty()) {
            department.expect(404);
            assertThat(acknowledged)
                    .as("last import that was acknowledged, none is stored")
                    .isZero();
            attempted = 0;
            return;
        }
        assertThat(members).as("members of an import").hasSize(MEMBERS);
        TreeSet<String> cities = members.stream()
                .map(member -> member.path("city").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(cities).as("imports that wrote the members").hasSize(1);
        assertThat(department.text("/name"))
                .as("import that wrote the department")
                .isEqualTo(cities.first());
        int kept = Integer.parseInt(cities.first());
        assertThat(kept).as("import, last acknowledged %s", acknowledged).isBetween(acknowledged, attempted);
        acknowledged = kept;
        attempted = kept;
    }

    private List<JsonNode> members() {
        JsonNode items = boss.get(tenant.path() + "/users?department_id=imported&page_size=500")
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
