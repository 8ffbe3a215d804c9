package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.ShadowStore;
import org.sightline.store.ShadowStore.Pair;
import org.sightline.store.ShadowStore.Tally;
import org.sightline.store.TenantStore;

/** Counts of a candidate add up, and those of an earlier one are forgotten. */
public abstract class ShadowStoreContract {

    private static final Instant SINCE = Specimens.NOON;

    /** Returns the store. */
    protected abstract ShadowStore store();

    /** Returns the store of the tenants whose counts are kept. */
    protected abstract TenantStore tenants();

    /** Makes a tenant without counts. */
    private TenantKey tenant() {
        StoredTenant tenant = new StoredTenant(tenants());
        tenant.create();
        return tenant.key();
    }

    private static Tally tally(long compared, long gained, long lost, String... pairs) {
        List<Pair> samples = List.of(pairs).stream()
                .map(text -> text.split(">", 2))
                .map(ids -> new Pair(new UserId(ids[0]), new UserId(ids[1])))
                .toList();
        return new Tally(compared, gained, lost, samples, samples);
    }

    @Test
    void withoutCountsThereIsNothing() {
        assertThat(store().tally(tenant(), SINCE)).isEqualTo(Tally.NOTHING);
        assertThat(store().tally(new TenantKey("nobody-knows-it"), SINCE)).isEqualTo(Tally.NOTHING);
    }

    @Test
    void countsAddUpAndPairsAreKeptOnce() {
        TenantKey tenant = tenant();
        store().add(tenant, SINCE, tally(10, 2, 1, "a>b", "a>c"));
        store().add(tenant, SINCE, tally(5, 1, 0, "a>c", "d>a"));

        assertThat(store().tally(tenant, SINCE)).isEqualTo(tally(15, 3, 1, "a>b", "a>c", "d>a"));
    }

    @Test
    void onlySomePairsAreKept() {
        TenantKey tenant = tenant();
        String[] many = IntStream.range(0, 50).mapToObj(each -> "v>t" + each).toArray(String[]::new);
        store().add(tenant, SINCE, tally(50, 50, 50, many));
        store().add(tenant, SINCE, tally(50, 50, 50, many));

        assertThat(store().tally(tenant, SINCE).gainedSamples()).hasSize(ShadowStore.MOST_SAMPLES);
    }

    @Test
    void aLaterCandidateStartsAnewAndAnEarlierOneIsForgotten() {
        TenantKey tenant = tenant();
        Instant later = SINCE.plus(Duration.ofSeconds(1));
        store().add(tenant, SINCE, tally(10, 2, 1, "a>b"));
        store().add(tenant, later, tally(1, 0, 0));
        store().add(tenant, SINCE, tally(10, 2, 1, "a>b"));

        assertThat(store().tally(tenant, later)).isEqualTo(tally(1, 0, 0));
        assertThat(store().tally(tenant, SINCE)).isEqualTo(Tally.NOTHING);
    }
}
