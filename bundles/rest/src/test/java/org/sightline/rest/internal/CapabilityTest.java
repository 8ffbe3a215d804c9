package org.sightline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sightline.rest.internal.RestHarness.Answer;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.contacts.ContactsResource;

class CapabilityTest {

    private final RestHarness rest = new RestHarness(0, states -> new Object[] {new ContactsResource(null, null)});

    @Test
    void aPathWhoseCapabilityIsOffSaysSo() {
        Answer answer = rest.get("api/v1/tenants/acme/contacts/departments/0", "member");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("feature_off");
        assertThat(answer.json().path("detail").asText()).contains("`contacts`", "sightline-contacts");
        assertThat(answer.header("Retry-After")).isNotNull();
    }

    @Test
    void theGuardStandsBeforeIt() {
        assertThat(rest.get("api/v1/tenants/acme/contacts/departments/0", null).status())
                .isEqualTo(401);
        assertThat(rest.get("api/v1/tenants/other/contacts/departments/0", "member")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aServiceThatIsThereIsHandedOut() {
        assertThat(Capability.CONTACTS.on("here")).isEqualTo("here");
    }
}
