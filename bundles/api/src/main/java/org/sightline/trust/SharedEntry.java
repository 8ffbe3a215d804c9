package org.sightline.trust;

/**
 * Somebody or something that a partner shares.
 *
 * @param department whether it is a department and not a member
 * @param id         of the member or the department
 * @param name       of the member or the department
 */
public record SharedEntry(boolean department, String id, String name) {}
