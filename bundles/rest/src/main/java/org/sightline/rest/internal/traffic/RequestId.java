package org.sightline.rest.internal.traffic;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** By which a request is found in the log (docs/operations.md, "Logs"). */
final class RequestId {

    /** The header that gives one, and tells it back. */
    static final String HEADER = "X-Request-Id";

    private static final int LONGEST = 64;

    private RequestId() {}

    /** Returns what the caller sent when that can stand in a log, else a new one. */
    static String of(@Nullable String sent) {
        // No secret hangs on it, it only has to be another one each time.
        return sent != null && isWellFormed(sent)
                ? sent
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private static boolean isWellFormed(String id) {
        return !id.isEmpty() && id.length() <= LONGEST && id.chars().allMatch(RequestId::isPlain);
    }

    private static boolean isPlain(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '-'
                || character == '_'
                || character == '.'
                || character == ':';
    }
}
