package org.sightline.trust.internal.invite;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.access.PublicAddress;
import org.sightline.access.SecretBox;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.store.TenantStore;
import org.sightline.trust.InvitationTerms;
import org.sightline.trust.IssuedInvitation;
import org.sightline.trust.internal.Trust;
import org.sightline.trust.model.Invitation;

/** Makes codes, keeps them so that nobody else can read them, and finds whose they are (docs/concepts.md, "Invitation"). */
@Component(service = InvitationCodes.class)
public final class InvitationCodes {

    private static final int RANDOM_BYTES = 24;
    private static final int LONGEST = 200;
    private static final String POINTER = "/code";

    private final TenantStore store;
    private final SecretBox box;
    private final PublicAddress address;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Keeps codes in this box. */
    @Activate
    public InvitationCodes(
            @Reference(name = "store") TenantStore store,
            @Reference(name = "box") SecretBox box,
            @Reference(name = "address") PublicAddress address,
            @Reference(name = "clock") Clock clock) {
        this.store = store;
        this.box = box;
        this.address = address;
        this.clock = clock;
    }

    /** Makes an invitation with a fresh code. */
    public Invitation fresh(InvitationTerms terms) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Invitation(
                box.digest(code),
                box.seal(code),
                Trust.now(clock),
                terms.expiresAt(),
                terms.singleUse(),
                terms.forTenant());
    }

    /** Opens an invitation for those who made it. */
    public IssuedInvitation opened(Invitation invitation) {
        String code = box.open(invitation.sealedCode());
        return new IssuedInvitation(
                code,
                address.base() + "/i#" + code,
                invitation.createdAt(),
                new InvitationTerms(invitation.expiresAt(), invitation.singleUse(), invitation.forTenant()));
    }

    /** Returns what a code is found by. */
    public String digest(String code) {
        return box.digest(code);
    }

    /**
     * Returns the tenant that invites with a code.
     *
     * @throws ProblemException {@code invitation_invalid}
     */
    public TenantKey inviting(String code) {
        Optional<TenantKey> found = code.length() > LONGEST ? Optional.empty() : store.invitingTenant(digest(code));
        return found.orElseThrow(InvitationCodes::invalid);
    }

    /**
     * Returns the invitation with which a tenant invites another one, expired or not.
     *
     * @param digest of the code
     * @throws ProblemException {@code invitation_invalid} when there is none, or it is meant for somebody else
     */
    public Invitation meantFor(TenantKey scanning, TenantSnapshot inviting, String digest) {
        return inviting.trust().invitations().stream()
                .filter(invitation -> invitation.codeDigest().equals(digest))
                .filter(invitation -> invitation.forTenant() == null || scanning.equals(invitation.forTenant()))
                .findFirst()
                .orElseThrow(InvitationCodes::invalid);
    }

    /** Returns why the invitation is of no use to a tenant; empty when it is. */
    public Optional<Problem> against(Invitation invitation, TenantKey scanning, TenantSnapshot inviting) {
        if (isOver(invitation, clock.instant())) {
            return Optional.of(Problem.invalid(
                    POINTER, Codes.INVITATION_EXPIRED, "the invitation has expired; ask its sender for a new one"));
        }
        if (Trust.key(inviting).equals(scanning)) {
            return Optional.of(Problem.invalid(
                    POINTER,
                    Codes.OWN_INVITATION,
                    "the invitation is your own; it is for the organisation that you send it to"));
        }
        return Optional.empty();
    }

    /** Whether an invitation has expired. */
    static boolean isOver(Invitation invitation, Instant now) {
        Instant end = invitation.expiresAt();
        return end != null && !now.isBefore(end);
    }

    private static ProblemException invalid() {
        return Problem.invalid(
                        POINTER,
                        Codes.INVITATION_INVALID,
                        "the code is not valid, or no longer, or not for your organisation; ask its sender for a new one")
                .exception();
    }
}
