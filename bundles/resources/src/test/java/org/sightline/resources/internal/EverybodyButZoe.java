package org.sightline.resources.internal;

import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.visibility.Decision;
import org.sightline.visibility.VisibilityEngine;

/** Everybody sees everybody, but nobody sees Zoe. */
final class EverybodyButZoe implements VisibilityEngine {

    private final DirectorySnapshot directory;

    EverybodyButZoe(DirectorySnapshot directory) {
        this.directory = directory;
    }

    @Override
    public boolean sees(int viewer, int member) {
        return directory.isActive(viewer)
                && directory.isActive(member)
                && (viewer == member || !directory.member(member).id().equals(Office.ZOE));
    }

    @Override
    public boolean seesDepartment(int viewer, int department) {
        return true;
    }

    @Override
    public int[] visibleTo(int viewer) {
        throw new UnsupportedOperationException("nobody lists");
    }

    @Override
    public int[] departmentsVisibleTo(int viewer) {
        throw new UnsupportedOperationException("nobody lists");
    }

    @Override
    public int countVisibleIn(int viewer, int department) {
        throw new UnsupportedOperationException("nobody counts");
    }

    @Override
    public int[] visibleOutside(int viewer) {
        throw new UnsupportedOperationException("nobody lists");
    }

    @Override
    public Decision explain(int viewer, int member) {
        throw new UnsupportedOperationException("nobody asks why");
    }

    @Override
    public Decision explainDepartment(int viewer, int department) {
        throw new UnsupportedOperationException("nobody asks why");
    }

    @Override
    public int[] viewersOf(int member) {
        throw new UnsupportedOperationException("nobody lists");
    }
}
