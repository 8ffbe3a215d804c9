package org.sightline.contacts.internal.order;

/**
 * Where something stands among others: by order weight, then by name, then by id.
 *
 * @param weight smaller comes first
 * @param name   see {@link NameOrder#key}
 * @param id     tells equal names apart
 * @param number what stands there
 */
public record Standing(int weight, NameKey name, String id, int number) implements Comparable<Standing> {

    @Override
    public int compareTo(Standing other) {
        if (weight != other.weight) {
            return Integer.compare(weight, other.weight);
        }
        int byName = name.compareTo(other.name);
        if (byName != 0) {
            return byName;
        }
        int byId = id.compareTo(other.id);
        return byId != 0 ? byId : Integer.compare(number, other.number);
    }
}
