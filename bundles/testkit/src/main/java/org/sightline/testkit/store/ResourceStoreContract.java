package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.apps.model.AppId;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.resources.model.Owner;
import org.sightline.resources.model.Resource;
import org.sightline.resources.model.ResourceChange;
import org.sightline.resources.model.ResourceId;
import org.sightline.resources.model.ResourceType;
import org.sightline.store.ResourceStore;
import org.sightline.store.StateChange.ChangeResource;
import org.sightline.store.TenantStore;

/** Documents and bases come back at every revision, for their owners and administrators and in order of creation. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
public abstract class ResourceStoreContract {

    private static final Owner BOT = Owner.of(new AppId("bot"));
    private static final Owner LILY = Owner.of(new UserId("lily"));
    private static final Owner USER_BOT = Owner.of(new UserId("bot"));

    private StoredTenant tenant;

    /** Returns the store under test. */
    protected abstract ResourceStore resources();

    /** Returns the tenant store on the same database. */
    protected abstract TenantStore tenants();

    @BeforeEach
    void createTenant() {
        tenant = new StoredTenant(tenants());
        tenant.create();
    }

    private static Resource resource(String id, Owner owner, long seconds, String... administrators) {
        return new Resource(
                new ResourceId(id),
                ResourceType.BASE,
                "私の \"表\" \\ ' ☕",
                owner,
                List.of(administrators).stream().map(UserId::new).toList(),
                Specimens.NOON.plusSeconds(seconds));
    }

    private long commit(@Nullable Resource before, @Nullable Resource after) {
        return tenant.commit(new ChangeResource(new ResourceChange(before, after)))
                .revision();
    }

    private List<Resource> held(Owner holder, long revision) {
        return resources().heldBy(tenant.key(), holder, Instant.EPOCH, revision, 0, 100);
    }

    @Test
    void everythingComesBackAsItWasGiven() {
        Resource base = resource("r1", BOT, 0, "lily", "Lily", "ben");
        long revision = commit(null, base);

        assertThat(resources().resource(tenant.key(), base.id(), revision)).contains(base);
        assertThat(resources().resource(tenant.key(), base.id(), revision - 1)).isEmpty();
        assertThat(resources().resource(TenantKey.random(), base.id(), revision))
                .isEmpty();
        assertThat(held(BOT, revision)).containsExactly(base);
        assertThat(held(LILY, revision)).containsExactly(base);
        assertThat(held(USER_BOT, revision))
                .as("a member with the id of an app")
                .isEmpty();
        assertThat(resources().ownedBy(tenant.key(), BOT, revision)).isEqualTo(1);
        assertThat(resources().ownedBy(tenant.key(), LILY, revision)).isZero();
    }

    @Test
    void pastRevisionsStayAsTheyWere() {
        Resource first = resource("r1", BOT, 0, "lily");
        Resource second = first.titled("other").administeredBy(List.of());
        long made = commit(null, first);
        long changed = commit(first, second);
        long gone = commit(second, null);

        assertThat(resources().resource(tenant.key(), first.id(), made)).contains(first);
        assertThat(resources().resource(tenant.key(), first.id(), changed)).contains(second);
        assertThat(resources().resource(tenant.key(), first.id(), gone)).isEmpty();
        assertThat(held(LILY, made)).containsExactly(first);
        assertThat(held(LILY, changed)).isEmpty();
        assertThat(held(BOT, changed)).containsExactly(second);
        assertThat(held(BOT, gone)).isEmpty();
        assertThat(resources().ownedBy(tenant.key(), BOT, gone)).isZero();
    }

    @Test
    void listsAreInOrderOfCreationAndCutAnywhere() {
        Resource late = resource("a", BOT, 9);
        Resource early = resource("z", LILY, 1, "bot", "lily");
        Resource middle = resource("m", LILY, 5);
        Resource same = resource("n", LILY, 5);
        for (Resource each : List.of(late, early, same, middle)) {
            commit(null, each);
        }
        long now = tenant.newest().revision();

        assertThat(held(LILY, now)).containsExactly(early, middle, same);
        assertThat(resources().heldBy(tenant.key(), LILY, Instant.EPOCH, now, 1, 1))
                .containsExactly(middle);
        assertThat(resources().heldBy(tenant.key(), LILY, middle.createdAt(), now, 0, 9))
                .containsExactly(middle, same);
        assertThat(held(BOT, now)).containsExactly(late);
        assertThat(held(USER_BOT, now)).containsExactly(early);
    }

    @Test
    void nothingIsLeftOfATenantThatIsDropped() {
        Resource base = resource("r1", BOT, 0);
        long revision = commit(null, base);
        tenants().drop(tenant.key(), Specimens.dropped(tenant.key()));

        assertThat(resources().resource(tenant.key(), base.id(), revision)).isEmpty();
        assertThat(held(BOT, revision)).isEmpty();
    }
}
