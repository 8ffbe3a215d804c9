package org.sightline.contacts;

/**
 * Somebody or something that a search found.
 *
 * @param kind         {@link EntryKind#MEMBER} or {@link EntryKind#DEPARTMENT}
 * @param number       of the member or the department in the snapshot
 * @param matchedField the public name of the first field that has all words
 */
public record ContactsHit(EntryKind kind, int number, String matchedField) {}
