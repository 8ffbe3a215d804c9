package org.sightline.itests.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Tenant;

/** The revision of a tenant and its audit log, which tell of the same changes. */
final class Books {

    private final Tenant tenant;
    private long revision;

    Books(Tenant tenant) {
        this.tenant = tenant;
        this.revision = now();
    }

    private long now() {
        return tenant.primary().get(tenant.path()).expect(200).revision();
    }

    /**
     * Fails unless every revision since the last look is audited, and no other one.
     *
     * @return how many there were
     */
    long verify() {
        long before = revision;
        revision = now();
        Set<Long> audited = audited(before);
        Set<Long> made =
                LongStream.rangeClosed(before + 1, revision).boxed().collect(Collectors.toCollection(TreeSet::new));
        assertThat(audited).as("audited revisions of %s", tenant.key()).isEqualTo(made);
        return revision - before;
    }

    private Set<Long> audited(long after) {
        Set<Long> audited = new TreeSet<>();
        String path = tenant.path() + "/audit?page_size=500";
        Answer page = tenant.primary().get(path).expect(200);
        while (collect(page, after, audited) && page.json().path("has_more").asBoolean()) {
            String token = URLEncoder.encode(page.text("/page_token"), StandardCharsets.UTF_8);
            page = tenant.primary().get(path + "&page_token=" + token).expect(200);
        }
        return audited;
    }

    /** Adds what is newer; false when something was older, as the log goes from new to old. */
    private static boolean collect(Answer page, long after, Set<Long> audited) {
        boolean allNewer = true;
        for (JsonNode item : page.json().path("items")) {
            long at = item.path("revision").asLong();
            if (at > after) {
                audited.add(at);
            } else {
                allNewer = false;
            }
        }
        return allNewer;
    }
}
