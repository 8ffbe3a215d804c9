package org.sightline.contacts;

/**
 * Somebody or something below a department.
 *
 * @param kind        as what it is shown
 * @param number      of the member or the department in the snapshot
 * @param memberCount how many members the viewer sees in the department and below; 0 for a member
 */
public record ContactsEntry(EntryKind kind, int number, int memberCount) {}
