package org.sightline.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.sightline.benchmarks.engine.Agreement;
import org.sightline.benchmarks.engine.Pairs;
import org.sightline.benchmarks.organisation.Organisation;
import org.sightline.benchmarks.organisation.OrganisationFiles;
import org.sightline.benchmarks.organisation.PolicySteps;
import org.sightline.benchmarks.report.Measure;
import org.sightline.benchmarks.report.Report;
import org.sightline.json.Json;
import org.sightline.json.PolicyJson;
import org.sightline.visibility.model.VisibilityPolicy;

/** What is measured of a running server that holds one organisation. */
final class ServerMeasures {

    private static final int ROUNDS = 5;
    private static final int PREPARED = 4_096;
    private static final int BATCHES = 64;
    private static final int PAIRS_IN_A_BATCH = 1_000;
    private static final int VIEWERS = 10;
    private static final int AGREEMENT_SAMPLE = 100;
    private static final String CANDIDATE = "own_department";
    private static final List<String> WORDS = List.of("sa", "tanaka", "佐藤", "eng", "u1");

    private final Organisation organisation;
    private final Tenant tenant;
    private final Load load;
    private final Report report;
    private final Supplier<Duration> processorTime;
    private final Pairs pairs;
    private final double seconds;

    /**
     * Measures one organisation.
     *
     * @param processorTime what the server has used since its start; zero when that is not known
     * @param seconds       for each round
     */
    ServerMeasures(
            Organisation organisation,
            Tenant tenant,
            Load load,
            Report report,
            Supplier<Duration> processorTime,
            double seconds) {
        this.organisation = organisation;
        this.tenant = tenant;
        this.load = load;
        this.report = report;
        this.processorTime = processorTime;
        this.seconds = seconds;
        pairs = new Pairs(1 << 18, organisation.members(), 1);
    }

    /** Fills the tenant. */
    void fill(Path folder) throws Exception {
        OrganisationFiles files = new OrganisationFiles(folder);
        files.write(organisation.state());
        long start = System.nanoTime();
        tenant.importLines(files.directory());
        add("import over REST", (System.nanoTime() - start) / 1e9, "s", "");
    }

    /** Puts the organisation's own policy in force, whatever a run before left there. */
    void putPolicy() throws IOException {
        try (Connection connection = new Connection(load.server())) {
            change(connection, organisation.state().policy());
        }
    }

    /** Compares answers with the brute-force evaluator. */
    void agreement(long seed) throws Exception {
        List<Agreement.Question> questions = new Agreement(organisation.state(), AGREEMENT_SAMPLE, seed).questions();
        int unequal = 0;
        try (Connection connection = new Connection(load.server())) {
            for (int first = 0; first < questions.size(); first += PAIRS_IN_A_BATCH) {
                List<Agreement.Question> some =
                        questions.subList(first, Math.min(questions.size(), first + PAIRS_IN_A_BATCH));
                String body = batch(some.stream()
                        .map(question -> Tenant.verifyBody(question.viewer(), question.target()))
                        .toList());
                var results = Json.mapper()
                        .readTree(connection.text(tenant.batch(body)))
                        .get("results");
                for (int at = 0; at < some.size(); at++) {
                    unequal += results.get(at).asBoolean() == some.get(at).visible() ? 0 : 1;
                }
            }
        }
        add("wrong answers over HTTP", unequal, "answers", String.format("of %,d", questions.size()));
    }

    private static String batch(List<String> bodies) {
        return "{\"pairs\":[" + String.join(",", bodies) + "]}";
    }

    /** Measures single questions beside the plain servlet. */
    void verify() throws Exception {
        List<byte[]> questions = questions();
        List<byte[]> floor = new ArrayList<>();
        try (Connection connection = new Connection(load.server())) {
            for (int pair = 0; pair < PREPARED; pair++) {
                floor.add(tenant.floor(
                        Tenant.verifyBody(pairs.viewer(pair), pairs.target(pair)),
                        connection.ask(questions.get(pair)).length()));
            }
        }
        Rate[] rates = besides(questions, floor);
        add("single verify over HTTP", rates[0].perSecond, "a second", rates[0].note());
        add("plain servlet beside it, same lengths", rates[1].perSecond, "a second", rates[1].note());
        add("single verify : plain servlet", 100 * rates[0].perSecond / rates[1].perSecond, "%", "target: 60 at least");
    }

    private List<byte[]> questions() {
        return IntStream.range(0, PREPARED)
                .mapToObj(pair -> tenant.verify(pairs.viewer(pair), pairs.target(pair)))
                .toList();
    }

    private record Rate(double perSecond, double medianMicros, double processorMicros) {

        String note() {
            return String.format(
                    Locale.ROOT, "p50 %.0f us; server's processor time %.1f us each", medianMicros, processorMicros);
        }
    }

    private Rate measured(List<byte[]> requests) throws Exception {
        Duration before = processorTime.get();
        Load.Outcome outcome = load.run(requests, seconds);
        long nanos = processorTime.get().minus(before).toNanos();
        return new Rate(outcome.perSecond(), outcome.medianMicros(), nanos / 1e3 / outcome.answers());
    }

    /** Medians of rounds that take turns, after two to warm up. */
    private Rate[] besides(List<byte[]> first, List<byte[]> second) throws Exception {
        load.run(first, 2 * seconds);
        load.run(second, 2 * seconds);
        List<Rate> firsts = new ArrayList<>();
        List<Rate> seconds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            firsts.add(measured(first));
            seconds.add(measured(second));
        }
        return new Rate[] {median(firsts), median(seconds)};
    }

    private static Rate median(List<Rate> rates) {
        return rates.stream()
                .sorted((one, other) -> Double.compare(one.perSecond, other.perSecond))
                .toList()
                .get(rates.size() / 2);
    }

    /** Measures batches. */
    void batches() throws Exception {
        List<byte[]> requests = new ArrayList<>();
        for (int number = 0; number < BATCHES; number++) {
            int first = number * PAIRS_IN_A_BATCH;
            requests.add(tenant.batch(batch(IntStream.range(first, first + PAIRS_IN_A_BATCH)
                    .mapToObj(pair -> Tenant.verifyBody(pairs.viewer(pair), pairs.target(pair)))
                    .toList())));
        }
        Rate rate = steady(requests);
        add("batch of 1,000 pairs over HTTP", rate.perSecond * PAIRS_IN_A_BATCH / 1e6, "M/s", rate.note());
    }

    private Rate steady(List<byte[]> requests) throws Exception {
        load.run(requests, 2 * seconds);
        List<Rate> rates = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rates.add(measured(requests));
        }
        return median(rates);
    }

    /** Measures first pages of what members see, beside single questions. */
    void pages() throws Exception {
        List<byte[]> browse = new ArrayList<>();
        List<byte[]> search = new ArrayList<>();
        for (int at = 0; browse.size() < VIEWERS; at++) {
            int viewer = pairs.viewer(at);
            if (organisation.state().members().get(viewer).isActive()) {
                String token = tenant.signInAs("m" + viewer);
                browse.add(tenant.get("/contacts/departments/0/children?page_size=50", token));
                for (String word : WORDS) {
                    search.add(tenant.get(
                            "/contacts/search?page_size=50&q=" + URLEncoder.encode(word, StandardCharsets.UTF_8),
                            token));
                }
            }
        }
        page("browse, first page of 50, over HTTP", browse);
        page("search, first page of 50, over HTTP", search);
    }

    private void page(String what, List<byte[]> requests) throws Exception {
        Rate[] rates = besides(requests, questions());
        add(what, rates[0].perSecond, "a second", rates[0].note());
        add(what + " : single verify", rates[1].perSecond / rates[0].perSecond, "times", "target: 1.5 at most");
    }

    /** Measures reads with an app's token, whose permissions are checked, beside the same with an administrator's session. */
    void tokens() throws Exception {
        String session = tenant.session();
        String app = tenant.appToken();
        token("who is calling", token -> List.of(tenant.me(token)), session, app);
        token(
                "a member",
                token -> IntStream.range(0, PREPARED)
                        .map(pairs::target)
                        .filter(member ->
                                organisation.state().members().get(member).isActive())
                        .mapToObj(member -> tenant.get("/users/m" + member, token))
                        .toList(),
                session,
                app);
        token("100 members", token -> List.of(tenant.get("/users?page_size=100", token)), session, app);
    }

    private void token(String what, Function<String, List<byte[]>> requests, String session, String app)
            throws Exception {
        Rate[] rates = besides(requests.apply(session), requests.apply(app));
        add(what + ", session", rates[0].perSecond, "a second", rates[0].note());
        add(what + ", app's token", rates[1].perSecond, "a second", rates[1].note());
        add(what + ", app's token : session", 100 * rates[1].perSecond / rates[0].perSecond, "%", "");
    }

    /** Measures single questions while a candidate is compared, beside the same while none is. */
    void shadow() throws Exception {
        List<byte[]> questions = questions();
        load.run(questions, 2 * seconds);
        List<Rate> without = new ArrayList<>();
        List<Rate> with = new ArrayList<>();
        List<Double> compared = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            without.add(measured(questions));
            tenant.compare(CANDIDATE);
            load.run(questions, seconds / 2);
            long before = tenant.compared();
            Rate rate = measured(questions);
            compared.add((tenant.compared() - before) / seconds);
            with.add(rate);
            tenant.compareNoMore();
        }
        compared.sort(null);
        Rate off = median(without);
        Rate on = median(with);
        add("single verify without a shadow", off.perSecond, "a second", off.note());
        add("single verify with a shadow", on.perSecond, "a second", on.note());
        add("single verify, with a shadow : without", 100 * on.perSecond / off.perSecond, "%", "");
        add("answers compared", compared.get(ROUNDS / 2), "a second", "candidate: " + CANDIDATE);
    }

    /** Measures changes of the policy, while somebody reads. */
    void changes(int times) throws Exception {
        PolicySteps steps = new PolicySteps(organisation);
        try (Connection writer = new Connection(load.server());
                Reader reader = new Reader(load.server(), tenant, pairs)) {
            for (int warmUp = 0; warmUp < times / 5; warmUp++) {
                changeAndRead(writer, steps.flip(), warmUp);
                changeAndRead(writer, steps.renew(), warmUp);
            }
            reader.start();
            long[] flips = new long[times];
            long[] renewals = new long[times];
            for (int time = 0; time < times; time++) {
                flips[time] = changeAndRead(writer, steps.flip(), time);
                renewals[time] = changeAndRead(writer, steps.renew(), time);
            }
            long[] reads = reader.stop();
            addTimes("rule change durable to first read, effect flips", flips, times + " over REST");
            addTimes("rule change durable to first read, new subjects, objects", renewals, times + " over REST");
            addTimes(
                    "reads meanwhile",
                    reads,
                    String.format(Locale.ROOT, "%,d; worst is the longest pause", reads.length));
        }
    }

    private long changeAndRead(Connection connection, VisibilityPolicy policy, int pair) throws IOException {
        byte[] put = tenant.putPolicy(Json.text(PolicyJson.of(policy)));
        byte[] question = tenant.verify(pairs.viewer(pair), pairs.target(pair));
        long start = System.nanoTime();
        long revision = sent(connection, put);
        Connection.Answer answer = connection.ask(question);
        long took = System.nanoTime() - start;
        if (answer.status() != 200 || answer.revision() < revision) {
            throw new IOException("a read after the acknowledgement saw revision " + answer.revision());
        }
        return took;
    }

    private void change(Connection connection, VisibilityPolicy policy) throws IOException {
        sent(connection, tenant.putPolicy(Json.text(PolicyJson.of(policy))));
    }

    private static long sent(Connection connection, byte[] put) throws IOException {
        Connection.Answer answer = connection.ask(put);
        if (answer.status() != 200) {
            throw new IOException("the policy was answered " + answer.status());
        }
        return answer.revision();
    }

    /** Asks one question until it is answered, from the moment the server's process was started. */
    void firstVerify(URI server, long startedNanos) throws Exception {
        byte[] question = tenant.verify(pairs.viewer(0), pairs.target(0));
        Readiness.until("the first verify", () -> {
            try (Connection connection = new Connection(server)) {
                return connection.ask(question).status() == 200;
            }
        });
        add("start to first right verify", (System.nanoTime() - startedNanos) / 1e9, "s", "target: 15 at 1,000,000");
    }

    private void addTimes(String what, long[] nanos, String note) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        report.add(new Measure(
                what,
                organisation.members(),
                organisation.shape().name(),
                sorted[sorted.length / 2] / 1e6,
                "ms, p50",
                sorted[sorted.length - 1] / 1e6,
                note));
    }

    private void add(String what, double value, String unit, String note) {
        report.add(
                new Measure(what, organisation.members(), organisation.shape().name(), value, unit, null, note));
    }
}
