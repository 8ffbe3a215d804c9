package org.sightline.storage.internal.image;

import com.fasterxml.jackson.core.JsonParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.sightline.json.Json;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.ImageManifest;

/** A file that {@link ImageWriter} wrote; whatever is wrong with it is a {@code backup_damaged}. */
public final class ImageFile implements AutoCloseable {

    private final ZipFile zip;
    private final ImageManifest manifest;

    private ImageFile(ZipFile zip, ImageManifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a file and reads its manifest.
     *
     * @throws ProblemException {@code backup_damaged}
     */
    public static ImageFile open(Path file) {
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return new ImageFile(zip, manifest(zip));
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (IOException e) {
            throw damaged(String.valueOf(e.getMessage()), e);
        }
    }

    private static ImageManifest manifest(ZipFile zip) throws IOException {
        try (InputStream content = content(zip, ImageWriter.MANIFEST)) {
            ImageManifest manifest = Json.read(content, ImageManifest.class);
            if (manifest.format() != ImageWriter.FORMAT) {
                throw new IOException("it has format " + manifest.format() + ", this server reads format "
                        + ImageWriter.FORMAT + " only");
            }
            if (!manifest.checksum().equals(ImageWriter.checksum(manifest.tables()))) {
                throw new IOException("its list of tables has been changed");
            }
            return manifest;
        } catch (ProblemException e) {
            throw new IOException("its manifest cannot be read: " + e.problem().detail(), e);
        }
    }

    private static InputStream content(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("`" + name + "` is missing in it");
        }
        return new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
    }

    /** Returns what the file says is in it. */
    public ImageManifest manifest() {
        return manifest;
    }

    /** Returns a table's lines, the first of which are the names of its columns. */
    JsonParser rows(String table) throws IOException {
        return RowText.parser(content(zip, ImageWriter.entry(table)));
    }

    static ProblemException damaged(String what, Throwable cause) {
        return new ProblemException(damaged(what), cause);
    }

    static Problem damaged(String what) {
        return Problem.of(
                ProblemKind.INVALID,
                Codes.BACKUP_DAMAGED,
                "the file is no whole backup (" + what + "); nothing was changed, take another one");
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw damaged("it cannot be closed", e);
        }
    }
}
