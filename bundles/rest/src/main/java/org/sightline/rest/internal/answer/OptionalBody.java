package org.sightline.rest.internal.answer;

import java.io.IOException;
import java.io.InputStream;
import org.sightline.json.Json;

/** Reads bodies that may be left out. */
public final class OptionalBody {

    private OptionalBody() {}

    /**
     * Returns the form in a body.
     *
     * @param absent what an empty body stands for
     * @throws org.sightline.problem.ProblemException as {@link Json#read(byte[], Class)}
     */
    public static <T> T read(InputStream body, Class<T> form, T absent) throws IOException {
        byte[] content = body.readAllBytes();
        return content.length == 0 ? absent : Json.read(content, form);
    }
}
