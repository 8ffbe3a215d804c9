package org.sightline.directory.model;

/**
 * A member's place in one department.
 *
 * @param department where
 * @param order      smaller comes first among the department's members; 0 when nobody said otherwise
 */
public record Membership(DepartmentId department, int order) {}
