package org.sightline.rest.internal;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.metatype.annotations.Designate;
import org.sightline.access.Sessions;
import org.sightline.apps.NeededPermissions;
import org.sightline.directory.History;
import org.sightline.directory.Snapshots;
import org.sightline.rest.internal.answer.AnswerHeaders;
import org.sightline.rest.internal.answer.JsonBody;
import org.sightline.rest.internal.guard.BodyLimits;
import org.sightline.rest.internal.guard.Guard;
import org.sightline.rest.internal.guard.Identification;
import org.sightline.rest.internal.guard.RateLimits;
import org.sightline.rest.internal.idempotency.Idempotency;
import org.sightline.rest.internal.problem.Refusals;
import org.sightline.rest.internal.settings.RestSettings;
import org.sightline.store.AnswerStore;

/**
 * Everything that lies around the resources, as one extension: every resource demands it by {@link #SELECT}, so none is
 * ever published without its guard.
 */
@Component(
        service = Feature.class,
        configurationPid = RestSettings.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = RestSettings.class)
@JakartarsExtension
@JakartarsName(RestInterface.NAME)
public final class RestInterface implements Feature {

    /** The name of the extension. */
    public static final String NAME = "sightline";

    /** What a resource demands. */
    public static final String SELECT = "(osgi.jakartars.name=" + NAME + ")";

    private final Identification identification;
    private final RateLimits rates;
    private final BodyLimits bodies;
    private final Refusals refusals;
    private final Guard guard;
    private final Idempotency idempotency;

    /** Creates the extension. */
    @Activate
    public RestInterface(
            @Reference Sessions sessions,
            @Reference Snapshots snapshots,
            @Reference History history,
            @Reference AnswerStore answers,
            @Reference Clock clock,
            @Reference RateLimits rates,
            RestSettings settings) {
        this(
                sessions,
                snapshots,
                history,
                clock,
                new Idempotency(answers, clock),
                rates,
                new BodyLimits(settings.body__limit__bytes(), settings.import__limit__bytes()),
                new Refusals(settings.upgrade__contact()),
                NeededPermissions.shipped());
    }

    /** Creates the extension out of its parts. */
    RestInterface(
            Sessions sessions,
            Snapshots snapshots,
            History history,
            Clock clock,
            Idempotency idempotency,
            RateLimits rates,
            BodyLimits bodies,
            Refusals refusals,
            NeededPermissions permissions) {
        this.identification = new Identification(sessions, rates);
        this.guard = new Guard(snapshots, history, clock, permissions);
        this.idempotency = idempotency;
        this.rates = rates;
        this.bodies = bodies;
        this.refusals = refusals;
    }

    @Override
    public boolean configure(FeatureContext context) {
        context.register(identification, Priorities.AUTHENTICATION);
        context.register(bodies, Priorities.AUTHENTICATION + 1);
        context.register(guard);
        context.register(idempotency);
        context.register(rates, Priorities.HEADER_DECORATOR);
        context.register(new AnswerHeaders(), Priorities.HEADER_DECORATOR + 1);
        context.register(new JsonBody());
        context.register(refusals);
        return true;
    }
}
