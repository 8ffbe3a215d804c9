package org.sightline.upkeep.internal.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.AuditEntry;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;
import org.sightline.store.ImageManifest;
import org.sightline.store.StoreImage;

/** An image that is one line: the key's mark. */
final class FakeImage implements StoreImage {

    final List<AuditEntry> entries = new ArrayList<>();
    final List<String> filled = new ArrayList<>();

    @Nullable
    RuntimeException failure;

    Runnable meanwhile = () -> {};
    boolean empty = true;
    private Heading last = new Heading(java.time.Instant.EPOCH, "");

    @Override
    public ImageManifest write(Path file, Path scratch, Heading heading, LongConsumer rows) {
        last = heading;
        put(file, heading.keyMark());
        meanwhile.run();
        if (failure != null) {
            throw failure;
        }
        rows.accept(1);
        return read(file);
    }

    private static void put(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ImageManifest read(Path file) {
        try {
            String mark = Files.readString(file);
            if (mark.isEmpty()) {
                throw Problem.of(ProblemKind.INVALID, Codes.BACKUP_DAMAGED, "it is empty")
                        .exception();
            }
            return new ImageManifest(1, last.createdAt(), mark, List.of(), List.of(), List.of(), "sum");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void check(ImageManifest manifest) {
        if (!empty) {
            throw Problem.conflict(Codes.SERVER_NOT_EMPTY, "not empty").exception();
        }
    }

    @Override
    public ImageManifest fill(Path file, AuditEntry entry, LongConsumer rows) {
        check(read(file));
        entries.add(entry);
        filled.add(file.getFileName().toString());
        return read(file);
    }

    @Override
    public void note(AuditEntry entry) {
        entries.add(entry);
    }
}
