package org.sightline.itests.http;

/** How tenants of tests come to trust each other. */
public final class Trust {

    private Trust() {}

    /** Lets a tenant scan another one's invitation; returns the id of the request. */
    public static String ask(Tenant from, Tenant to) {
        String code = to.primary()
                .post(to.path() + "/trust/invitation", "{}")
                .expect(201)
                .text("/code");
        return from.primary()
                .post(from.path() + "/trust/requests", Json.of("{'code':'%s'}", code))
                .expect(201)
                .text("/request_id");
    }

    /** Decides a request: {@code approve}, {@code reject}, or {@code withdraw}. */
    public static Answer decide(Tenant side, String request, String how) {
        return side.primary()
                .post(side.path() + "/trust/requests/" + request + "/" + how, "{}")
                .expect(200);
    }
}
