package org.sightline.organisations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.directory.Committed;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.trust.CollaborationRules;
import org.sightline.trust.InvitationTerms;
import org.sightline.trust.IssuedInvitation;
import org.sightline.trust.RequestView;
import org.sightline.trust.TenantName;
import org.sightline.trust.TrustInvitations;
import org.sightline.trust.TrustRelations;
import org.sightline.trust.TrustRequests;
import org.sightline.trust.model.RequestState;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustChange.PutRequest;
import org.sightline.trust.model.TrustRequest;
import org.sightline.trust.model.TrustState;
import org.sightline.visibility.model.VisibilityPolicy;

class SampleTrustTest {

    private static final TenantKey HIKARI = new TenantKey("hikari");
    private static final TenantKey NORDWIND = new TenantKey("nordwind");
    private static final TrustRequest REQUEST = new TrustRequest(
            "q1",
            HIKARI,
            NORDWIND,
            RequestState.PENDING,
            SharingScope.NOBODY,
            TrustAccess.FULL,
            Instant.parse("2026-03-01T09:00:00Z"),
            null);

    private final List<String> calls = new ArrayList<>();
    private TrustState trust = TrustState.EMPTY;

    private final SampleTrust sample = new SampleTrust(
            fake(Snapshots.class, (method, arguments) -> new TenantSnapshot(
                            fake(DirectorySnapshot.class, (any, nothing) -> null), VisibilityPolicy.DEFAULT, 1)
                    .withTrust(trust)),
            fake(
                    TrustInvitations.class,
                    (method, arguments) -> told(
                            method,
                            arguments,
                            new IssuedInvitation("code", "link", REQUEST.createdAt(), InvitationTerms.OPEN))),
            fake(
                    TrustRequests.class,
                    (method, arguments) -> told(
                            method,
                            arguments,
                            new RequestView(
                                    REQUEST, new TenantName(HIKARI, "h"), new TenantName(NORDWIND, "n"), true))),
            fake(TrustRelations.class, (method, arguments) -> told(method, arguments, "")),
            fake(CollaborationRules.class, (method, arguments) -> told(method, arguments, "")));

    private Object told(String method, Object[] arguments, Object result) {
        calls.add(method + " " + arguments[0]);
        return new Committed<>(result, 1);
    }

    @Test
    void goesTheWayThatAdministratorsGo() {
        sample.connect();

        assertThat(calls)
                .containsExactly(
                        "issue nordwind",
                        "submit hikari",
                        "approve nordwind",
                        "share nordwind",
                        "add hikari",
                        "add nordwind");
    }

    @Test
    void leavesThoseAloneWhoWereConnectedBefore() {
        trust = TrustState.EMPTY.with(List.of(new PutRequest(REQUEST)));

        sample.connect();

        assertThat(calls).isEmpty();
    }

    /** What is named must exist, or the samples would be refused at the first start. */
    @Test
    void namesWhatTheOrganisationsHave() {
        String makers = Hikari.organisation().lines();
        String shippers = Nordwind.organisation().lines();
        assertThat(makers).contains("\"department_id\":\"sales\"", "\"department_id\":\"support\"");
        assertThat(shippers)
                .contains("\"department_id\":\"hamburg\"", "\"department_id\":\"fleet\"", "\"group_id\":\"dispatch\"");
    }

    private interface Answers {
        Object answer(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.answer(method.getName(), arguments)));
    }
}
