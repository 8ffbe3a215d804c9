package org.sightline.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.access.internal.ProblemAssertions.problemOf;
import static org.sightline.access.internal.StoredDirectory.ACME;
import static org.sightline.access.internal.StoredDirectory.ANNA;
import static org.sightline.access.internal.StoredDirectory.BEN;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.access.Caller;
import org.sightline.access.PasswordHashing;
import org.sightline.access.Sessions.OpenedSession;
import org.sightline.audit.Actor;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.model.AdminPermission;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;
import org.sightline.store.AuditQuery;
import org.sightline.store.StateChange;
import org.sightline.testkit.store.InMemorySessionStore;
import org.sightline.testkit.store.InMemoryTenantStore;

class DirectorySessionsTest {

    private static final String OPERATOR_TOKEN = "operator-token-operator-token-operator";
    private static final String PASSWORD = "correct horse";

    private final MovableClock clock = new MovableClock();
    private final InMemoryTenantStore tenantStore = new InMemoryTenantStore();
    private final InMemorySessionStore sessionStore = new InMemorySessionStore(tenantStore);
    private final StoredDirectory directory = new StoredDirectory(tenantStore, clock).withAcme();
    private final CountingHashing hashing = new CountingHashing();
    private DirectorySessions sessions;

    @BeforeEach
    void setPasswords() throws IOException {
        sessions = new DirectorySessions(
                directory,
                directory,
                hashing,
                sessionStore,
                clock,
                OperatorToken.load(OPERATOR_TOKEN, Path.of("unused")),
                Duration.ofHours(12));
        sessions.setPassword(ACME, Actor.OPERATOR, ANNA, PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "Anna@Acme.example", "ANNA@ACME.EXAMPLE"})
    void opensASessionForIdAndEmail(String login) {
        OpenedSession opened = sessions.open(ACME, login, PASSWORD);
        assertThat(opened.user()).isEqualTo(ANNA);
        assertThat(opened.expiresIn()).isEqualTo(Duration.ofHours(12));
        assertThat(opened.token()).matches("sls_[A-Za-z0-9_-]{43}");
        assertThat(sessions.authenticate(opened.token())).isEqualTo(new Caller.User(ACME, ANNA, null));
    }

    @Test
    void keepsDigestsOnly() {
        String token = sessions.open(ACME, "anna", PASSWORD).token();
        assertThat(sessionStore.find(token)).isEmpty();
        assertThat(sessionStore.find(SecretDigest.hexOf(token))).isPresent();
    }

    @Test
    void givesEverySessionATokenOfItsOwn() {
        Set<String> tokens = new HashSet<>();
        for (int each = 0; each < 50; each++) {
            tokens.add(sessions.open(ACME, "anna", PASSWORD).token());
        }
        assertThat(tokens).hasSize(50);
    }

    @Test
    void answersAlikeAndWorksAlikeWhateverIsWrong() {
        directory.put(new StateChange.PutPassword(BEN, hashing.hash("/password", PASSWORD)));
        directory.putStatus(BEN, MemberStatus.SUSPENDED);
        Problem wrongPassword = refusalAfterOneCheck(ACME, "anna", "wrong horse");
        assertThat(wrongPassword.kind()).isEqualTo(ProblemKind.UNAUTHENTICATED);
        assertThat(wrongPassword.code()).isEqualTo(Codes.UNAUTHENTICATED);
        assertThat(refusalAfterOneCheck(new TenantKey("nowhere"), "anna", PASSWORD))
                .isEqualTo(wrongPassword);
        assertThat(refusalAfterOneCheck(ACME, "nobody", PASSWORD)).isEqualTo(wrongPassword);
        assertThat(refusalAfterOneCheck(ACME, "nobody@acme.example", PASSWORD)).isEqualTo(wrongPassword);
        assertThat(refusalAfterOneCheck(ACME, "ANNA", PASSWORD)).isEqualTo(wrongPassword);
        assertThat(refusalAfterOneCheck(ACME, "not an id\0", PASSWORD)).isEqualTo(wrongPassword);
        assertThat(refusalAfterOneCheck(ACME, "ben", PASSWORD)).isEqualTo(wrongPassword);
    }

    @Test
    void refusesMembersWithoutPassword() {
        assertThat(refusalAfterOneCheck(ACME, "ben", "").code()).isEqualTo(Codes.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "nobody", "nobody@acme.example"})
    void refusesTheSixthTryRightOrWrongKnownOrUnknown(String login) {
        for (int each = 0; each < 5; each++) {
            assertThat(refusal(ACME, login, "wrong horse").code()).isEqualTo(Codes.UNAUTHENTICATED);
        }
        assertThat(refusal(ACME, login, "wrong horse").code()).isEqualTo(Codes.RATE_LIMITED);
        Problem refusal = refusal(ACME, login, PASSWORD);
        assertThat(refusal.code()).isEqualTo(Codes.RATE_LIMITED);
        assertThat(refusal.members()).containsEntry("retry_after", 40L);
    }

    @Test
    void countsIdAndEmailOfAMemberTogether() {
        for (int each = 0; each < 5; each++) {
            refusal(ACME, each % 2 == 0 ? "anna" : "anna@acme.example", "wrong horse");
        }
        assertThat(refusal(ACME, "anna", PASSWORD).code()).isEqualTo(Codes.RATE_LIMITED);
        clock.forward(Duration.ofSeconds(20));
        assertThat(sessions.open(ACME, "anna", PASSWORD).user()).isEqualTo(ANNA);
    }

    @Test
    void knowsTheOperator() {
        assertThat(sessions.authenticate(OPERATOR_TOKEN)).isEqualTo(new Caller.Operator());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sls_",
                "operator",
                "sls_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "sls_\u00fc",
                "Bearer x"
            })
    void refusesUnknownTokens(String token) {
        assertThat(problemOf(() -> sessions.authenticate(token)).kind()).isEqualTo(ProblemKind.UNAUTHENTICATED);
    }

    @Test
    void endsSessionsInTime() {
        String token = sessions.open(ACME, "anna", PASSWORD).token();
        clock.forward(Duration.ofHours(12).minusMillis(1));
        assertThat(sessions.authenticate(token)).isInstanceOf(Caller.User.class);
        clock.forward(Duration.ofMillis(1));
        assertThat(problemOf(() -> sessions.authenticate(token)).code()).isEqualTo(Codes.UNAUTHENTICATED);
    }

    @Test
    void endsASessionAtOnce() {
        String token = sessions.open(ACME, "anna", PASSWORD).token();
        String other = sessions.open(ACME, "anna", PASSWORD).token();
        sessions.authenticate(token);
        sessions.close(token);
        sessions.close(token);
        sessions.close("no token");
        assertThat(problemOf(() -> sessions.authenticate(token)).code()).isEqualTo(Codes.UNAUTHENTICATED);
        assertThat(sessions.authenticate(other)).isInstanceOf(Caller.User.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUSPENDED", "DELETED"})
    void refusesMembersWhoAreNotActiveAtOnce(MemberStatus status) {
        String token = sessions.open(ACME, "anna", PASSWORD).token();
        sessions.authenticate(token);
        directory.putStatus(ANNA, status);
        assertThat(problemOf(() -> sessions.authenticate(token)).code()).isEqualTo(Codes.UNAUTHENTICATED);
    }

    @Test
    void tellsTheRoleOfThisMoment() {
        String token = sessions.open(ACME, "anna", PASSWORD).token();
        sessions.authenticate(token);
        directory.put(
                new StateChange.PutAdministrator(new Administrator(ANNA, false, Set.of(AdminPermission.ORGANIZATION))));
        Caller.User caller = (Caller.User) sessions.authenticate(token);
        assertThat(caller.may(AdminPermission.ORGANIZATION)).isTrue();
        assertThat(caller.isPrimary()).isFalse();
        directory.put(new StateChange.RemoveAdministrator(ANNA));
        assertThat(((Caller.User) sessions.authenticate(token)).isAdministrator())
                .isFalse();
    }

    @Test
    void refusesSessionsOfATenantThatIsGone() {
        String token = sessions.open(ACME, "anna", PASSWORD).token();
        sessions.authenticate(token);
        tenantStore.drop(
                ACME,
                new AuditEntry(clock.instant(), Actor.OPERATOR, "tenant.delete", "tenant", "acme", null, null, 0));
        assertThat(problemOf(() -> sessions.authenticate(token)).code()).isEqualTo(Codes.UNAUTHENTICATED);
    }

    @Test
    void endsAllSessionsWithTheOldPassword() {
        String token = sessions.open(ACME, "anna", PASSWORD).token();
        sessions.authenticate(token);
        var committed = sessions.setPassword(ACME, Actor.OPERATOR, ANNA, "another horse");
        assertThat(committed.value()).isEqualTo(ANNA);
        assertThat(committed.revision()).isEqualTo(3);
        assertThat(problemOf(() -> sessions.authenticate(token)).code()).isEqualTo(Codes.UNAUTHENTICATED);
        assertThat(refusal(ACME, "anna", PASSWORD).code()).isEqualTo(Codes.UNAUTHENTICATED);
        assertThat(sessions.open(ACME, "anna", "another horse").user()).isEqualTo(ANNA);
    }

    @Test
    void opensNothingWhenThePasswordChangesMeanwhile() {
        hashing.afterCheck = () -> sessions.setPassword(ACME, Actor.OPERATOR, ANNA, "another horse");
        assertThat(refusal(ACME, "anna", PASSWORD).code()).isEqualTo(Codes.UNAUTHENTICATED);
        assertThat(sessions.open(ACME, "anna", "another horse").user()).isEqualTo(ANNA);
    }

    @Test
    void auditsANewPasswordWithoutTellingIt() {
        AuditEntry entry = tenantStore
                .audit(new AuditQuery(ACME, null, null, null, null, "user.password", 0, 10))
                .get(0);
        assertThat(entry.objectId()).isEqualTo("anna");
        assertThat(entry.actor()).isEqualTo(Actor.OPERATOR);
        assertThat(entry.before()).isNull();
        assertThat(entry.after()).isNull();
    }

    @Test
    void setsNoPasswordForNobody() {
        directory.putStatus(BEN, MemberStatus.DELETED);
        assertThat(problemOf(() -> sessions.setPassword(ACME, Actor.OPERATOR, BEN, PASSWORD))
                        .code())
                .isEqualTo(Codes.NOT_FOUND);
        assertThat(problemOf(() -> sessions.setPassword(ACME, Actor.OPERATOR, new UserId("nobody"), PASSWORD))
                        .code())
                .isEqualTo(Codes.NOT_FOUND);
        assertThat(problemOf(() -> sessions.setPassword(new TenantKey("nowhere"), Actor.OPERATOR, ANNA, PASSWORD))
                        .code())
                .isEqualTo(Codes.NOT_FOUND);
        assertThat(problemOf(() -> sessions.setPassword(ACME, Actor.OPERATOR, ANNA, "short"))
                        .faults()
                        .get(0)
                        .pointer())
                .isEqualTo("/password");
    }

    @Test
    void refusesADurationThatMakesNoSense() {
        for (Duration wrong : new Duration[] {Duration.ZERO, Duration.ofHours(-1), Duration.ofHours(721)}) {
            assertThatThrownBy(() -> new DirectorySessions(
                            directory,
                            directory,
                            hashing,
                            sessionStore,
                            clock,
                            OperatorToken.load(OPERATOR_TOKEN, Path.of("unused")),
                            wrong))
                    .hasMessageContaining("session_hours");
        }
    }

    private Problem refusalAfterOneCheck(TenantKey tenant, String login, String password) {
        int before = hashing.checks;
        Problem refusal = refusal(tenant, login, password);
        assertThat(hashing.checks - before).as("password checks for " + login).isEqualTo(1);
        return refusal;
    }

    private Problem refusal(TenantKey tenant, String login, String password) {
        return problemOf(() -> sessions.open(tenant, login, password));
    }

    /** The real rules with a hash that costs nothing. */
    private static final class CountingHashing implements PasswordHashing {

        private final PasswordRules rules = new PasswordRules(8, 256);
        private int checks;
        private int hashes;
        private Runnable afterCheck = () -> {};

        @Override
        public String hash(String pointer, String password) {
            hashes++;
            return hashes + "/" + SecretDigest.hexOf(hashes + rules.accepted(pointer, password));
        }

        @Override
        public boolean matches(String password, String hash) {
            checks++;
            String salt = hash.substring(0, hash.indexOf('/'));
            boolean same = hash.endsWith("/" + SecretDigest.hexOf(salt + password));
            Runnable once = afterCheck;
            afterCheck = () -> {};
            once.run();
            return same;
        }
    }
}
