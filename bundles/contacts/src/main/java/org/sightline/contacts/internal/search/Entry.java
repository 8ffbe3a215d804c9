package org.sightline.contacts.internal.search;

/** A member or a department in one number: twice its own number, and one more for a department. */
final class Entry {

    private Entry() {}

    static int ofMember(int number) {
        return number << 1;
    }

    static int ofDepartment(int number) {
        return number << 1 | 1;
    }

    static boolean isDepartment(int entry) {
        return (entry & 1) == 1;
    }

    static int number(int entry) {
        return entry >> 1;
    }
}
