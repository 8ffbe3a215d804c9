package org.sightline.visibility.internal.mainrule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.health.Health;
import org.sightline.health.HealthCheck;
import org.sightline.plugins.PolicyInfo;
import org.sightline.plugins.PolicySource;
import org.sightline.spi.MainRule;
import org.sightline.spi.ParameterFault;
import org.sightline.visibility.MainRuleInfo;
import org.sightline.visibility.internal.Rank;
import org.sightline.visibility.internal.VisibilitySettings;
import org.sightline.visibility.model.MainRuleChoice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The main rules that bundles offer right now (docs/concepts.md, "Main rules of vendors"). Of one type the highest
 * service ranking serves. A rule that throws or takes too long is put aside until its service is replaced; its type
 * then serves nobody rather than falling to the next in rank, so that a policy never changes its meaning silently.
 */
@Component(
        service = {RegisteredMainRules.class, PolicySource.class, HealthCheck.class},
        configurationPid = VisibilitySettings.PID)
public final class RegisteredMainRules implements PolicySource, HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(RegisteredMainRules.class);
    private static final Pattern TYPE = Pattern.compile("[a-z0-9_.-]{1,64}");
    private static final int SHORTEST_LIMIT_MILLIS = 100;

    private final TimeLimit timeLimit;
    private final PairWatch pairWatch;
    private final Untyped untyped = new Untyped();
    private volatile Map<String, List<Registered>> byType = Map.of();

    /** Starts with what is set. */
    @Activate
    public RegisteredMainRules(VisibilitySettings settings) {
        this(Duration.ofMillis(settings.main__rule__limit__millis()));
    }

    /** Starts with a limit for every call of a vendor's code. */
    public RegisteredMainRules(Duration limit) {
        if (limit.toMillis() < SHORTEST_LIMIT_MILLIS) {
            throw new IllegalArgumentException(
                    "main_rule_limit_millis must be at least " + SHORTEST_LIMIT_MILLIS + ", not " + limit.toMillis());
        }
        timeLimit = new TimeLimit(limit);
        // Requests wait for a pair, so it has less time than a whole sight.
        pairWatch = new PairWatch(limit.dividedBy(2));
    }

    @Deactivate
    void stop() {
        timeLimit.close();
        pairWatch.close();
    }

    /** Takes a service in; one that cannot even say its type is left out and reported. */
    @Reference(
            service = MainRule.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindMainRule(MainRule rule, Map<String, Object> properties, ServiceReference<MainRule> reference) {
        Bundle bundle = reference.getBundle();
        add(rule, properties, bundle == null ? "" : bundle.getSymbolicName() + " " + bundle.getVersion());
    }

    /** Takes a service whose ranking changed to its new place. */
    void updatedMainRule(MainRule rule, Map<String, Object> properties) {
        move(rule, Rank.of(properties));
    }

    /** Takes a service out. */
    void unbindMainRule(MainRule rule) {
        remove(rule);
    }

    /**
     * Takes a rule in.
     *
     * @param properties its service's properties
     * @param providedBy the bundle it comes from
     */
    public void add(MainRule rule, Map<String, ?> properties, String providedBy) {
        Rank rank = Rank.of(properties);
        try {
            add(timeLimit.run(() -> read(rule, rank, providedBy)));
        } catch (VendorFailure e) {
            untyped.add(rule, rank.service(), e.what());
            LOG.error("the main rule of {} {}; it is left out", providedBy, e.what(), e);
        }
    }

    private static Registered read(MainRule rule, Rank rank, String providedBy) {
        String type = Objects.requireNonNull(rule.type(), "no type");
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("the type `" + type + "` does not match " + TYPE);
        }
        return new Registered(rank, rule, type, rule.labels(), rule.parametersSchema(), providedBy);
    }

    private void add(Registered registered) {
        change(registered.type, ofType -> Stream.concat(ofType, Stream.of(registered)));
        LOG.info("main rule `{}` comes from {}", registered.type, registered.providedBy);
    }

    @SuppressWarnings("ReferenceEquality")
    private void move(MainRule rule, Rank rank) {
        for (String type : byType.keySet()) {
            change(type, ofType -> ofType.map(each -> each.rule == rule ? each.ranked(rank) : each));
        }
    }

    /** Takes a rule out. */
    @SuppressWarnings("ReferenceEquality")
    public void remove(MainRule rule) {
        untyped.remove(rule);
        for (String type : byType.keySet()) {
            change(type, ofType -> ofType.filter(each -> each.rule != rule));
        }
        LOG.info("a main rule is gone, left are {}", byType.keySet());
    }

    private synchronized void change(String type, UnaryOperator<Stream<Registered>> edit) {
        Map<String, List<Registered>> next = new HashMap<>(byType);
        List<Registered> ofType = edit.apply(next.getOrDefault(type, List.of()).stream())
                .sorted(Comparator.comparing(each -> each.rank))
                .toList();
        if (ofType.isEmpty()) {
            next.remove(type);
        } else {
            next.put(type, ofType);
        }
        byType = Map.copyOf(next);
    }

    /** Returns the rule that serves a type; null when none does, so that the fallback serves. */
    public @Nullable Registered serving(String type) {
        List<Registered> ofType = byType.get(type);
        if (ofType == null) {
            return null;
        }
        Registered first = ofType.get(0);
        return first.failure() == null ? first : null;
    }

    /** Whether some bundle offers the type, serving or not. */
    public boolean isRegistered(String type) {
        return byType.containsKey(type);
    }

    /**
     * Describes all by type, of one type the best first, and those that are missing.
     *
     * @param usedBy tenants by the type their policy names
     */
    public List<MainRuleInfo> describe(Map<String, List<TenantKey>> usedBy) {
        Map<String, List<Registered>> present = byType;
        SortedSet<String> types = new TreeSet<>(present.keySet());
        types.addAll(usedBy.keySet());
        List<MainRuleInfo> described = new ArrayList<>();
        for (String type : types) {
            List<TenantKey> tenants = usedBy.getOrDefault(type, List.of());
            List<Registered> ofType = present.getOrDefault(type, List.of());
            if (ofType.isEmpty()) {
                described.add(missing(type, tenants));
            }
            for (Registered each : ofType) {
                boolean first = each.equals(ofType.get(0));
                described.add(each.describe(first, first ? tenants : List.of()));
            }
        }
        return described;
    }

    private static MainRuleInfo missing(String type, List<TenantKey> tenants) {
        return new MainRuleInfo(
                type,
                Map.of(),
                "{}",
                "",
                MainRuleInfo.State.MISSING,
                "no bundle offers it; `nobody` serves until one does",
                tenants);
    }

    /** Returns those that did not say their type; all others are in {@link #describe}. */
    @Override
    public List<PolicyInfo> policies() {
        return untyped.infos();
    }

    @Override
    public String part() {
        return "main_rule_types";
    }

    @Override
    public Health look() {
        List<String> faults = untyped.faults();
        return faults.isEmpty() ? Health.UP : Health.degraded(String.join("; ", faults));
    }

    /**
     * Works out a rule's sight, off this thread and under the limit; a rule that fails is put aside and the fallback
     * comes back.
     */
    public MainSight sight(Registered serving, MainRuleChoice choice, DirectorySnapshot directory) {
        try {
            return timeLimit.run(() -> Sights.of(
                    serving.rule,
                    choice,
                    directory,
                    pairWatch,
                    failure -> putAside(serving, "threw " + failure, failure)));
        } catch (VendorFailure e) {
            putAside(serving, e.what(), e);
            return Sights.FALLBACK;
        }
    }

    /**
     * Works out what a candidate would show, as {@link #sight} does, but leaves it to the caller what becomes of a rule
     * that fails: tenants that have chosen it are not to suffer from a trial.
     *
     * @param onFailure told when the sight fails later, while it is asked pair by pair
     * @throws VendorFailure when the rule throws or takes too long
     */
    public MainSight trial(
            Registered serving, MainRuleChoice choice, DirectorySnapshot directory, Consumer<Throwable> onFailure) {
        return attempt(() -> Sights.of(serving.rule, choice, directory, pairWatch, onFailure));
    }

    /**
     * Does something that may call a vendor's code, off this thread and under the limit.
     *
     * @throws VendorFailure when it throws or takes too long
     */
    public <T> T attempt(Callable<T> work) {
        return timeLimit.run(work);
    }

    /**
     * Asks a rule what is wrong with a choice; a rule that fails is put aside, and that is what is wrong.
     */
    public List<ParameterFault> check(Registered serving, MainRuleChoice choice, DirectorySnapshot directory) {
        try {
            return timeLimit.run(() -> serving.rule.check(choice, directory).stream()
                    .map(RegisteredMainRules::whole)
                    .toList());
        } catch (VendorFailure e) {
            putAside(serving, e.what(), e);
            return List.of(new ParameterFault(
                    "/type", "invalid", "the main rule `" + serving.type + "` fails: it " + e.what()));
        }
    }

    private static ParameterFault whole(ParameterFault fault) {
        Objects.requireNonNull(fault.pointer(), "a fault without a pointer");
        Objects.requireNonNull(fault.code(), "a fault without a code");
        Objects.requireNonNull(fault.detail(), "a fault without a detail");
        return fault;
    }

    private void putAside(Registered registered, String why, Throwable failure) {
        registered.quarantine(why);
        LOG.error(
                "main rule `{}` of {} {}; it is put aside until its bundle is replaced, and `nobody` serves instead",
                registered.type,
                registered.providedBy,
                why,
                failure);
    }
}
