package org.sightline.spi;

/**
 * What is wrong with a choice of main rule.
 *
 * @param pointer JSON Pointer within the main rule, such as {@code /params/radius}
 * @param code    stable code; {@code invalid} unless a more telling one exists
 * @param detail  what is wrong and what to do, for people
 */
public record ParameterFault(String pointer, String code, String detail) {}
