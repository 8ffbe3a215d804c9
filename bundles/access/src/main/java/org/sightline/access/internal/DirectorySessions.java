package org.sightline.access.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.sightline.access.AppTokens;
import org.sightline.access.Caller;
import org.sightline.access.PasswordHashing;
import org.sightline.access.Sessions;
import org.sightline.audit.Actor;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.Proposal;
import org.sightline.directory.Proposal.AuditNote;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.SessionStore;
import org.sightline.store.SessionStore.StoredSession;
import org.sightline.store.StateChange.PutPassword;
import org.sightline.store.StoreListener;

/**
 * Sessions of the members in the directory. Status and role are looked up in the newest snapshot at every request.
 * Immediate, because the first start writes the operator's token, whoever asks for sessions later.
 */
@Component(
        service = {Sessions.class, StoreListener.class},
        configurationPid = AccessSettings.PID,
        immediate = true)
@Designate(ocd = AccessSettings.class)
public final class DirectorySessions implements Sessions, StoreListener {

    private static final int MOST_HOURS = 720;

    private final Snapshots snapshots;
    private final Changes changes;
    private final PasswordHashing hashing;
    private final OpenSessions sessions;
    private final LoginThrottle throttle;
    private final OperatorToken operator;
    private final Clock clock;
    private final Duration duration;
    private final SecureRandom random = new SecureRandom();

    /** Compared with whenever there is no hash to compare with, so that the answer takes as long. */
    private final String hashOfNobody;

    /** There while apps are switched on. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable AppTokens appTokens;

    /**
     * Creates the service with its settings.
     *
     * @throws IOException           when the operator's token can be neither read nor written
     * @throws IllegalStateException when the operator's token is too short
     */
    @Activate
    public DirectorySessions(
            @Reference(name = "snapshots") Snapshots snapshots,
            @Reference(name = "changes") Changes changes,
            @Reference(name = "hashing") PasswordHashing hashing,
            @Reference(name = "store") SessionStore store,
            @Reference(name = "clock") Clock clock,
            AccessSettings settings)
            throws IOException {
        this(
                snapshots,
                changes,
                hashing,
                store,
                clock,
                OperatorToken.load(
                        System.getenv(OperatorToken.VARIABLE), Path.of(System.getProperty("sightline.data", "data"))),
                Duration.ofHours(settings.session__hours()));
    }

    /** Creates the service. */
    DirectorySessions(
            Snapshots snapshots,
            Changes changes,
            PasswordHashing hashing,
            SessionStore store,
            Clock clock,
            OperatorToken operator,
            Duration duration) {
        if (duration.compareTo(Duration.ofHours(1)) < 0 || duration.compareTo(Duration.ofHours(MOST_HOURS)) > 0) {
            throw new IllegalArgumentException("session_hours must be from 1 to " + MOST_HOURS);
        }
        this.snapshots = snapshots;
        this.changes = changes;
        this.hashing = hashing;
        this.sessions = new OpenSessions(store);
        this.throttle = new LoginThrottle(clock);
        this.operator = operator;
        this.clock = clock;
        this.duration = duration;
        this.hashOfNobody = hashing.hash("/password", SessionToken.random(random));
    }

    @Override
    public OpenedSession open(TenantKey tenant, String login, String password) {
        Optional<Member> member = snapshot(tenant).flatMap(found -> memberWith(found.directory(), login));
        Account account =
                member.map(known -> Account.of(tenant, known.id())).orElseGet(() -> Account.unknown(tenant, login));
        throttle.begin(account);
        Optional<OpenedSession> opened;
        try {
            opened = tryToOpen(tenant, member, password);
        } catch (RuntimeException ourFault) {
            throttle.abandoned(account);
            throw ourFault;
        }
        if (opened.isEmpty()) {
            throttle.failed(account);
            throw unauthenticated("tenant, login or password is wrong");
        }
        throttle.succeeded(account);
        return opened.get();
    }

    @Override
    public Caller authenticate(String token) {
        if (operator.matches(token)) {
            return new Caller.Operator();
        }
        if (AppTokens.isOne(token)) {
            return appTokens().authenticate(token);
        }
        return storedSession(token)
                .flatMap(this::callerNow)
                .orElseThrow(() -> unauthenticated("the token is not valid, or no longer; sign in again"));
    }

    private AppTokens appTokens() {
        AppTokens present = appTokens;
        if (present == null) {
            throw Problem.of(
                            ProblemKind.UNAVAILABLE,
                            Codes.FEATURE_OFF,
                            "apps are switched off on this server, so their tokens cannot be checked; the operator"
                                    + " starts them with `feature:start sightline-app-permissions`")
                    .exception();
        }
        return present;
    }

    @Override
    public void close(String token) {
        if (SessionToken.isWellFormed(token)) {
            sessions.end(SecretDigest.hexOf(token));
        }
    }

    @Override
    public Committed<UserId> setPassword(TenantKey tenant, Actor actor, UserId user, String password) {
        String hash = hashing.hash("/password", password);
        Committed<UserId> committed =
                changes.apply(tenant, actor, snapshot -> newPassword(snapshot.directory(), user, hash));
        sessions.endAll(tenant, user);
        return committed;
    }

    @Override
    public void sessionsEnded(TenantKey tenant, UserId user) {
        sessions.endedElsewhere(tenant, user);
    }

    @Override
    public void lookAgain() {
        sessions.lookAgain();
    }

    private static Proposal<UserId> newPassword(DirectorySnapshot directory, UserId user, String hash) {
        int number = directory.memberNumber(user);
        if (number == DirectorySnapshot.NONE || directory.member(number).status() == MemberStatus.DELETED) {
            throw Problem.notFound("there is no member `" + user + "`").exception();
        }
        return new Proposal<>(
                List.of(new PutPassword(user, hash)),
                List.of(new AuditNote("user.password", "user", user.value(), null, null)),
                user);
    }

    /** Does the same work whoever asks, and returns empty for whatever is wrong. */
    private Optional<OpenedSession> tryToOpen(TenantKey tenant, Optional<Member> member, String password) {
        Optional<String> hash = member.flatMap(known -> sessions.passwordHash(tenant, known.id()));
        boolean matches = hashing.matches(password, hash.orElse(hashOfNobody));
        if (!matches || hash.isEmpty() || member.filter(Member::isActive).isEmpty()) {
            return Optional.empty();
        }
        return keptUnlessPasswordChanged(tenant, member.get().id(), hash);
    }

    /** The password may have been changed, and all sessions ended, since the hash was read. */
    private Optional<OpenedSession> keptUnlessPasswordChanged(TenantKey tenant, UserId user, Optional<String> hash) {
        String token = SessionToken.random(random);
        String digest = SecretDigest.hexOf(token);
        Instant now = clock.instant();
        sessions.put(new StoredSession(digest, tenant, user, now, now.plus(duration)));
        if (!sessions.passwordHash(tenant, user).equals(hash)) {
            sessions.end(digest);
            return Optional.empty();
        }
        return Optional.of(new OpenedSession(token, duration, user));
    }

    private Optional<StoredSession> storedSession(String token) {
        if (!SessionToken.isWellFormed(token)) {
            return Optional.empty();
        }
        return sessions.find(SecretDigest.hexOf(token))
                .filter(session -> clock.instant().isBefore(session.expiresAt()));
    }

    private Optional<Caller> callerNow(StoredSession session) {
        return snapshot(session.tenant()).map(TenantSnapshot::directory).flatMap(directory -> {
            int number = directory.memberNumber(session.user());
            if (number == DirectorySnapshot.NONE || !directory.isActive(number)) {
                return Optional.empty();
            }
            return Optional.of(new Caller.User(
                    session.tenant(),
                    session.user(),
                    directory.administrator(session.user()).orElse(null)));
        });
    }

    private Optional<TenantSnapshot> snapshot(TenantKey tenant) {
        try {
            return Optional.of(snapshots.current(tenant));
        } catch (ProblemException refusal) {
            if (refusal.problem().kind() == ProblemKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private static Optional<Member> memberWith(DirectorySnapshot directory, String login) {
        int byId = userId(login).map(directory::memberNumber).orElse(DirectorySnapshot.NONE);
        int number = byId != DirectorySnapshot.NONE ? byId : directory.memberNumberByEmail(login);
        return number == DirectorySnapshot.NONE ? Optional.empty() : Optional.of(directory.member(number));
    }

    private static Optional<UserId> userId(String login) {
        try {
            return Optional.of(new UserId(login));
        } catch (IllegalArgumentException itMayBeAnEmail) {
            return Optional.empty();
        }
    }

    private static ProblemException unauthenticated(String detail) {
        return Problem.of(ProblemKind.UNAUTHENTICATED, Codes.UNAUTHENTICATED, detail)
                .exception();
    }
}
