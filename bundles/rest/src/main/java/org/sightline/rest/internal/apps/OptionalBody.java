package org.sightline.rest.internal.apps;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.sightline.json.Json;

/** A body that may be left out. */
final class OptionalBody {

    private OptionalBody() {}

    /**
     * Reads it.
     *
     * @param nothing stands for no body
     */
    static <T> T read(InputStream content, Class<T> type, T nothing) {
        try {
            byte[] body = content.readAllBytes();
            return body.length == 0 ? nothing : Json.read(new ByteArrayInputStream(body), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
