package org.sightline.trust.model;

/**
 * What members of the other side may do with the shared members (docs/concepts.md, "Access across a trust"). The two are
 * independent.
 *
 * @param find   find them by search
 * @param browse see them in the structure under contacts
 */
public record TrustAccess(boolean find, boolean browse) {

    /** Find and browse. */
    public static final TrustAccess FULL = new TrustAccess(true, true);

    /** Find, but not browse. */
    public static final TrustAccess SEARCH_ONLY = new TrustAccess(true, false);
}
