package org.sightline.spi;

/** What a policy thinks of two tenants that want to connect. */
public sealed interface TrustVerdict {

    /** No objection. */
    TrustVerdict ALLOWED = new Allowed();

    /** No objection. */
    record Allowed() implements TrustVerdict {}

    /**
     * They may not connect.
     *
     * @param code   stable code for programs, out of {@code a-z 0-9 _}
     * @param reason for the administrators of the tenant that asks: what is wrong and what to do
     */
    record Refused(String code, String reason) implements TrustVerdict {}
}
