package org.sightline.visibility.internal.engine;

/** Whom main rules show to viewers of one place before and after a change. */
final class Outlook {

    final int[] runsBefore;
    final int[] runsAfter;
    final int[] runsBoth;
    final int[] cutsBefore;
    final int[] cutsAfter;
    final int[] cutsBoth;
    final Elsewhere.Shown shown;

    Outlook(int[] runsBefore, int[] runsAfter, Segments segments, Elsewhere elsewhere) {
        this.runsBefore = runsBefore;
        this.runsAfter = runsAfter;
        runsBoth = Runs.intersection(runsBefore, runsAfter);
        cutsBefore = segments.cuts(runsBefore);
        cutsAfter = segments.cuts(runsAfter);
        cutsBoth = segments.cuts(runsBoth);
        shown = elsewhere.shown(runsBefore, runsAfter);
    }
}
