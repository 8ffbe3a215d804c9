package org.sightline.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.LongConsumer;
import org.osgi.annotation.versioning.ConsumerType;
import org.sightline.audit.AuditEntry;

/**
 * The whole store as one file, which does not depend on the database it came from. Sessions and
 * tokens are left out: one that was ended after the image was made must not come back with it.
 */
@ConsumerType
public interface StoreImage {

    /** What the names of folders begin with that are filled while an image is written. */
    String SCRATCH_PREFIX = "image-";

    /**
     * Writes everything as it is at one moment, while others go on writing.
     *
     * @param file    must not exist; has no meaning when this throws
     * @param scratch a folder for files that are needed meanwhile; they are removed again
     * @param heading what to say about the image
     * @param rows    told how many rows have been written
     * @throws StoreUnavailableException when the database does not let it be finished
     * @throws java.io.UncheckedIOException when the file cannot be written
     */
    ImageManifest write(Path file, Path scratch, Heading heading, LongConsumer rows);

    /**
     * Returns what a file says is in it.
     *
     * @throws org.sightline.problem.ProblemException {@code backup_damaged}
     */
    ImageManifest read(Path file);

    /**
     * Checks that a file could be filled in here.
     *
     * @throws org.sightline.problem.ProblemException {@code schema_mismatch}, {@code server_not_empty}
     */
    void check(ImageManifest manifest);

    /**
     * Fills the store with an image, in one transaction; what was written is read again and compared before it is
     * committed. The store must have no tenant; the operator's own log gives way to that of the image.
     *
     * @param entry goes to the operator's own log in the same transaction
     * @param rows  told how many rows have been written, and then how many have been read again
     * @throws org.sightline.problem.ProblemException {@code backup_damaged} and as {@link #check}
     */
    ImageManifest fill(Path file, AuditEntry entry, LongConsumer rows);

    /** Adds an entry to the operator's own log. */
    void note(AuditEntry entry);

    /**
     * What is said about an image by who makes it.
     *
     * @param createdAt when it is made
     * @param keyMark   tells the server's key apart from others without telling anything about it
     */
    record Heading(Instant createdAt, String keyMark) {}
}
