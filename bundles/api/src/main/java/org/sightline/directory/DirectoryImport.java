package org.sightline.directory;

import java.util.Iterator;
import java.util.function.LongConsumer;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.audit.Actor;
import org.sightline.directory.model.TenantKey;

/** Takes whole directories: all or nothing, in one transaction (docs/import.md). */
@ProviderType
public interface DirectoryImport {

    /**
     * Merges lines into a directory. A line states a whole thing: it is added, replaced or left as it is; what no line
     * speaks of stays. Lines may come in any order. Repeating an import changes nothing.
     *
     * @param lines    read once, one after the other; may throw to break off, and then nothing has changed
     * @param dryRun   whether only to check
     * @param progress told the number of lines read and then of things stored, now and then
     * @return the report; with errors nothing has changed
     * @throws org.sightline.problem.ProblemException {@code not_found}, {@code unavailable}
     */
    ImportReport run(TenantKey tenant, Actor actor, Iterator<ImportLine> lines, boolean dryRun, LongConsumer progress);
}
