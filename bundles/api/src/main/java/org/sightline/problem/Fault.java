package org.sightline.problem;

/**
 * One wrong place in what the caller sent.
 *
 * @param pointer JSON Pointer to the place, such as {@code /rule_sets/0/rules/3}
 * @param code    stable code, see {@link Codes}
 * @param detail  what is wrong and what to do, for people
 */
public record Fault(String pointer, String code, String detail) {}
