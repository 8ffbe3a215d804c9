package org.sightline.storage.internal;

import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to tell an operator whose database cannot be opened. Names neither address nor login: anybody may ask for the health. */
final class OpeningFailure {

    /** By SQL state, or by how that begins; of a chain of causes the innermost that is known counts. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry(
                    "XSDB6",
                    "another server has it open, on Derby only one can: stop it, or give this one a database of its own"),
            Map.entry("XJ004", "there is none at its address; `create=true` in the address makes one"),
            Map.entry("08004", "it can be read but not written: is the disk full, or the folder not writable?"),
            Map.entry("XBM0A", "its file service.properties is missing: put it back, or restore a backup"),
            Map.entry("XSLA", "its log cannot be read or written: is the disk full?"),
            Map.entry("28", "it refuses the login: look at user and password"),
            Map.entry("3D000", "the server is there, but has no database of this name: create it"),
            Map.entry("42501", "the login may not create tables there: grant it"),
            Map.entry("53300", "it has no connection left: raise its limit or lower maximum.connections"),
            Map.entry("08", "it cannot be reached: is it running, and are host and port right?"));

    private OpeningFailure() {}

    static String words(Throwable failure) {
        String words = "see the log";
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                // Derby hangs the reason behind the complaint, not below it.
                for (Throwable each : sql) {
                    words = each instanceof SQLException reason ? words(reason, words) : words;
                }
            }
        }
        return words;
    }

    private static String words(SQLException failure, String otherwise) {
        String state = String.valueOf(failure.getSQLState());
        for (int length = state.length(); length >= 2; length--) {
            @Nullable String known = KNOWN.get(state.substring(0, length));
            if (known != null) {
                return known;
            }
        }
        return otherwise;
    }
}
