package org.sightline.rest.internal.guard;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/** How large a body may be; imports have a limit of their own (docs/api.md, "Limits"). */
@PreMatching
public final class BodyLimits implements ContainerRequestFilter {

    private static final String IMPORT_PATH = "/directory/import";

    /** How much of a refused body is read and thrown away, so that the sender is still there to hear the refusal. */
    private static final long COURTESY_BYTES = 16L << 20;

    private final long ordinaryBytes;
    private final long importBytes;

    /** Creates the filter with both limits. */
    public BodyLimits(long ordinaryBytes, long importBytes) {
        this.ordinaryBytes = ordinaryBytes;
        this.importBytes = importBytes;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        requirePlain(request);
        boolean isImport = request.getUriInfo().getPath().endsWith(IMPORT_PATH);
        long limit = isImport ? importBytes : ordinaryBytes;
        if (declaredLength(request) > limit) {
            // Whoever asks first (Expect: 100-continue) has sent nothing yet; reading would invite it.
            if (request.getHeaderString("Expect") == null) {
                drain(request.getEntityStream());
            }
            throw tooLarge(limit);
        }
        if (hasBody(request)) {
            request.setEntityStream(new LimitedStream(request.getEntityStream(), limit));
        }
    }

    // Taken as it stands, a compressed body would be refused as broken JSON, which misleads.
    private static void requirePlain(ContainerRequestContext request) {
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            throw new WebApplicationException(Response.status(Response.Status.UNSUPPORTED_MEDIA_TYPE)
                    .header(HttpHeaders.ACCEPT_ENCODING, "identity")
                    .build());
        }
    }

    private static boolean hasBody(ContainerRequestContext request) {
        try {
            return request.hasEntity();
        } catch (ProcessingException e) {
            throw brokenOff(e);
        }
    }

    // The caller's fault, or the network's; never an incident of ours.
    private static ProblemException brokenOff(Exception cause) {
        return new ProblemException(
                Problem.of(
                        ProblemKind.MALFORMED,
                        Codes.MALFORMED_REQUEST,
                        "the body ends before it is complete, or is not sent as its headers say"),
                cause);
    }

    private static long declaredLength(ContainerRequestContext request) {
        String header = request.getHeaderString("Content-Length");
        try {
            return header == null ? -1 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            // Longer than any number is longer than any limit; what is no number at all the HTTP server has refused.
            return Long.MAX_VALUE;
        }
    }

    private static ProblemException tooLarge(long limit) {
        return Problem.of(
                        ProblemKind.TOO_LARGE,
                        Codes.TOO_LARGE,
                        "the body is larger than the " + limit + " bytes that are allowed here")
                .with("limit", limit)
                .exception();
    }

    private static void drain(InputStream body) throws IOException {
        byte[] buffer = new byte[8192];
        long total = 0;
        for (int read = body.read(buffer); read >= 0 && total < COURTESY_BYTES; read = body.read(buffer)) {
            total += read;
        }
    }

    /** Refuses to go on once the limit is passed, and when the sender breaks off. */
    private static final class LimitedStream extends InputStream {

        private final InputStream body;
        private final long limit;
        private long total;

        LimitedStream(InputStream body, long limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int value;
            try {
                value = body.read();
            } catch (IOException e) {
                throw brokenOff(e);
            }
            return value < 0 ? value : counted(1, value);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read;
            try {
                read = body.read(buffer, offset, length);
            } catch (IOException e) {
                throw brokenOff(e);
            }
            return read < 0 ? read : counted(read, read);
        }

        @Override
        public int available() throws IOException {
            return body.available();
        }

        @Override
        public void close() throws IOException {
            body.close();
        }

        private int counted(int read, int result) throws IOException {
            total += read;
            if (total > limit) {
                drain(body);
                throw tooLarge(limit);
            }
            return result;
        }
    }
}
