package org.sightline.organisations.internal;

import java.nio.file.Path;
import java.util.List;

/** What the server says on the terminal when it is ready; every request in it works when it is pasted. */
final class Greeting {

    private final String address;
    private final Path operatorToken;
    private final Path administrators;

    /**
     * Greets for a server.
     *
     * @param address        such as {@code http://127.0.0.1:8181}
     * @param operatorToken  the file with the operator's token
     * @param administrators see {@link AdministratorFile}
     */
    Greeting(String address, Path operatorToken, Path administrators) {
        this.address = address;
        this.operatorToken = operatorToken;
        this.administrators = administrators;
    }

    /** Returns the text for a server without samples. */
    String empty() {
        return head() + """

                Create a tenant:
                  curl -s %1$s/api/v1/tenants -H "Authorization: Bearer $(cat '%2$s')" -H 'Content-Type: application/json' -d '{"tenant_key":"acme","name":"Acme","plan":"pro"}'
                """.formatted(address, operatorToken);
    }

    /**
     * Returns the text for a server with samples.
     *
     * @param organisations what there is
     * @param created       those of them that were created just now, with passwords
     */
    String withSamples(List<Organisation> organisations, List<SampleLoader.Created> created) {
        Organisation first = organisations.get(0);
        return head()
                + people(organisations)
                + passwords(created)
                + """

                Three requests to try: sign in, may an intern see a director (no, and why), whom does the intern see:
                  TOKEN=$(curl -s %1$s/api/v1/sessions -H 'Content-Type: application/json' -d "{\\"tenant_key\\":\\"%2$s\\",\\"login\\":\\"%3$s\\",\\"password\\":\\"$(sed -n 's/^%2$s %3$s //p' '%6$s')\\"}" | sed 's/.*"token" *: *"\\([^"]*\\)".*/\\1/')
                  curl -s %1$s/api/v1/tenants/%2$s/visibility/verify -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{"subject_user_id":"%4$s","object_user_id":"%5$s"}'
                  curl -s "%1$s/api/v1/tenants/%2$s/visibility/sees/%4$s?page_size=10" -H "Authorization: Bearer $TOKEN"
                """.formatted(
                                address,
                                first.tenant().key(),
                                first.administrator().id(),
                                first.viewer(),
                                first.target(),
                                administrators);
    }

    private String head() {
        return """

                Sightline is ready.
                  REST             %1$s/api/v1
                  its description  %1$s/docs/
                  operator token   in %2$s
                """.formatted(address, operatorToken);
    }

    private String people(List<Organisation> organisations) {
        StringBuilder text =
                new StringBuilder("\nSample organisations, administrators' passwords in " + administrators + ":\n");
        for (Organisation organisation : organisations) {
            text.append("  %s (%s), administrator %s%n"
                    .formatted(
                            organisation.tenant().key(),
                            organisation.tenant().name(),
                            organisation.administrator().id()));
        }
        return text.append("They are trusted parties of each other, see /trust/parties.\n")
                .toString();
    }

    private static String passwords(List<SampleLoader.Created> created) {
        StringBuilder text = new StringBuilder();
        for (SampleLoader.Created each : created) {
            text.append("  password of %s in %s: %s%n"
                    .formatted(
                            each.organisation().administrator().id(),
                            each.organisation().tenant().key(),
                            each.password()));
        }
        return text.toString();
    }
}
