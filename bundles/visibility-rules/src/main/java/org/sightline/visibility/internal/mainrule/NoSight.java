package org.sightline.visibility.internal.mainrule;

/** The sight of a main rule that is missing or fails: nothing. */
final class NoSight implements MainSight {

    private static final Listing.Departments NOTHING = new Listing.Departments(new int[0]);

    @Override
    public boolean seesMember(int viewer, int member) {
        return false;
    }

    @Override
    public boolean seesDepartment(int viewer, int department) {
        return false;
    }

    @Override
    public Listing listing(int viewer) {
        return NOTHING;
    }

    @Override
    public boolean failed() {
        return true;
    }
}
