package org.sightline.upkeep;

import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.audit.Actor;

/** Backups of everything the server keeps, one file each (docs/operations.md, "Backup and restore"). */
@ProviderType
public interface Backups {

    /**
     * Settles the name of a backup that is about to be made.
     *
     * @param wanted a file name without an ending; null for one made of the present time
     * @return the file's name
     * @throws org.sightline.problem.ProblemException {@code invalid} for a name that is none, {@code duplicate_id} for one
     *     that is taken
     */
    String name(@Nullable String wanted);

    /**
     * Writes a backup while the server goes on working. The file is there as a whole or not at all.
     *
     * @param name as {@link #name} gave it
     * @param rows told how many rows have been written
     * @throws org.sightline.problem.ProblemException {@code conflict} while another backup or a restore is running,
     *     {@code unavailable} when the database or the disk does not let it be finished
     */
    Backup create(String name, Actor actor, LongConsumer rows);

    /** Returns all backups in the folder, newest first, with those that are damaged. */
    List<Backup> list();

    /**
     * Checks all that can be told about a restore without reading the whole file.
     *
     * @param acceptOtherKey whether sealed secrets may become unreadable since this server has another key
     * @return the backup
     * @throws org.sightline.problem.ProblemException {@code invalid} when there is none, {@code backup_damaged},
     *     {@code server_not_empty}, {@code schema_mismatch}, {@code server_key_mismatch}
     */
    Backup check(String name, boolean acceptOtherKey);

    /**
     * Fills an empty server with a backup, as a whole or not at all. What was written is read again and compared with the
     * backup's counts and checksums before it is kept.
     *
     * @param rows told how many rows have been written, and then how many have been read again
     * @throws org.sightline.problem.ProblemException as {@link #check}; {@code conflict} while a backup or another restore
     *     is running
     */
    Backup restore(String name, boolean acceptOtherKey, Actor actor, LongConsumer rows);
}
