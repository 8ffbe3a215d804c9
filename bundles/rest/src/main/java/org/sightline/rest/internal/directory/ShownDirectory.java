package org.sightline.rest.internal.directory;

import org.jspecify.annotations.Nullable;
import org.sightline.access.Caller;
import org.sightline.apps.model.App;
import org.sightline.apps.model.DataRange;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.json.DepartmentJson;
import org.sightline.json.UserJson;
import org.sightline.rest.internal.answer.Call;
import org.sightline.visibility.Visibility;

/**
 * A directory as its reader sees it: everything for administrators; for an app what its data range reaches and its
 * permissions open (docs/concepts.md, "What an app sees as itself"). What is not shown answers like what does not exist.
 */
interface ShownDirectory {

    /**
     * Returns what the caller sees of a state. An app's range and permissions are those of this moment, however old the
     * state is.
     */
    static ShownDirectory of(Call call, TenantSnapshot state, Visibility visibility) {
        if (call.caller() instanceof Caller.App app) {
            DataRange range =
                    call.newest().apps().app(app.app()).map(App::range).orElse(DataRange.NOBODY);
            return new RangedDirectory(state.directory(), visibility.range(state, range), app.permissions());
        }
        if (call.caller() instanceof Caller.ByApp) {
            throw new IllegalStateException("an app for a member sees what the member sees: the contacts");
        }
        return new WholeDirectory(state.directory());
    }

    /** Returns the directory that this is made of. */
    DirectorySnapshot directory();

    /** Whether the reader sees the member with a number. */
    boolean showsMember(int member);

    /** Whether the reader sees the department with a number. */
    boolean showsDepartment(int department);

    /** Returns the numbers of all members the reader sees, ascending; null for simply all. */
    int @Nullable [] members();

    /** Returns the numbers of all departments the reader sees, ascending; null for simply all. */
    int @Nullable [] departments();

    /** Returns the form of a member the reader sees. */
    UserJson member(int member);

    /** Returns the form of a department the reader sees. */
    DepartmentJson department(int department);
}
