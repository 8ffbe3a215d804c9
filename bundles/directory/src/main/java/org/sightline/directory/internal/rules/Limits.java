package org.sightline.directory.internal.rules;

/** How long, how many, how deep (docs/limits.md). Lengths are in UTF-16 code units, as Java and databases count. */
public final class Limits {

    /** Names of tenants, departments, members, groups and units; labels of fields. */
    public static final int NAME = 200;

    /** Optional profile fields without a limit of their own. */
    public static final int PROFILE_TEXT = 200;

    /** An email address, as SMTP has it. */
    public static final int EMAIL = 254;

    /** A phone number, with whatever the tenant writes around the digits. */
    public static final int MOBILE = 50;

    /** A value of a custom text field. */
    public static final int CUSTOM_TEXT = 1000;

    /** A value of a custom field of type url. */
    public static final int URL = 2000;

    /** Digits of a custom number, on both sides of the point together. */
    public static final int NUMBER_DIGITS = 100;

    /** A choice of a custom field. */
    public static final int CHOICE = 200;

    /** A unit's type. */
    public static final int UNIT_TYPE = 100;

    /** A tenant's locale, as a language tag. */
    public static final int LOCALE = 100;

    /** A tenant's region. */
    public static final int REGION = 100;

    /** Members a tenant can have, deleted ones included. */
    public static final int MEMBERS = 5_000_000;

    /** Departments a tenant can have, the root included. */
    public static final int DEPARTMENTS = 100_000;

    /** Departments on the way from the root to the lowest one, both included. */
    public static final int DEPTH = 100;

    /** Groups a tenant can have. */
    public static final int GROUPS = 10_000;

    /** Units a tenant can have. */
    public static final int UNITS = 10_000;

    /** Custom fields a tenant can have. */
    public static final int FIELDS = 100;

    /** Choices of one custom field. */
    public static final int CHOICES = 200;

    /** Leaders of one department. */
    public static final int LEADERS = 100;

    /** Departments one member can be in. */
    public static final int MEMBER_DEPARTMENTS = 100;

    /** Members, and again departments, that one group can name. */
    public static final int GROUP_ENTRIES = 10_000;

    /** Departments that one unit can name. */
    public static final int UNIT_DEPARTMENTS = 10_000;

    /** Administrators a tenant can have. */
    public static final int ADMINISTRATORS = 10_000;

    private Limits() {}
}
