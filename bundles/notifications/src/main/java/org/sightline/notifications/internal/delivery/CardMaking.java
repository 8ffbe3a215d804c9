package org.sightline.notifications.internal.delivery;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.notifications.CardAccess;
import org.sightline.notifications.internal.text.CardLinks;
import org.sightline.notifications.internal.text.CardTexts;
import org.sightline.notifications.model.Notice;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.spi.Card;
import org.sightline.store.DeliveryStore.Outgoing;

/** Makes what channels get out of what is stored, in the tenant's language, for those who are administrators still. */
final class CardMaking {

    private final Snapshots snapshots;
    private final CardLinks links;
    private final CardTexts texts = new CardTexts();

    CardMaking(Snapshots snapshots, CardLinks links) {
        this.snapshots = snapshots;
        this.links = links;
    }

    /**
     * Returns the card; empty when its tenant is gone.
     *
     * @throws ProblemException {@code unavailable} when the tenant cannot be loaded
     */
    Optional<Card> of(Outgoing outgoing) {
        return tenant(outgoing.tenant()).map(tenant -> of(outgoing.notice(), tenant));
    }

    private Optional<TenantSnapshot> tenant(TenantKey key) {
        try {
            return Optional.of(snapshots.current(key));
        } catch (ProblemException refusal) {
            if (refusal.problem().kind() == ProblemKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private Card of(Notice notice, TenantSnapshot tenant) {
        DirectorySnapshot directory = tenant.directory();
        Locale locale = directory.tenant().locale();
        List<Card.Recipient> recipients = notice.recipients().stream()
                .filter(user -> CardAccess.holds(tenant, user, notice.type(), notice.objectId()))
                .map(user -> recipient(directory, user))
                .toList();
        return new Card(
                notice.id(),
                notice.type().key(),
                notice.createdAt(),
                directory.tenant().key(),
                recipients,
                locale,
                texts.title(notice, locale),
                texts.text(notice, locale),
                links.of(directory.tenant().key(), notice),
                notice.objectKind(),
                notice.objectId());
    }

    private static Card.Recipient recipient(DirectorySnapshot directory, UserId user) {
        Member member = directory.member(directory.memberNumber(user));
        return new Card.Recipient(user, member.name(), member.profile().email());
    }
}
