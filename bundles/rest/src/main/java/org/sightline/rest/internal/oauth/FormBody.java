package org.sightline.rest.internal.oauth;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/** Reads requests whose body is a form into those of the OAuth library. */
final class FormBody {

    /** How long a form may be; codes, tokens and a few thousand permissions fit in. */
    private static final int LIMIT = 256 * 1024;

    /** How much of a refused body is read and thrown away, so that the sender is still there to hear the refusal. */
    private static final long COURTESY_BYTES = 16L << 20;

    private FormBody() {}

    /**
     * Returns the request with its body.
     *
     * @throws ProblemException {@code too_large}; {@code invalid_request} when the body is no form, or says one thing twice
     */
    static HTTPRequest read(HttpServletRequest servlet) throws IOException {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, URI.create("https://server.invalid/oauth"));
        String type = servlet.getContentType();
        try {
            request.setContentType(type == null ? null : type.strip());
        } catch (ParseException e) {
            throw notAForm(e);
        }
        if (request.getEntityContentType() == null
                || !request.getEntityContentType().matches(ContentType.APPLICATION_URLENCODED)) {
            throw notAForm(null);
        }
        request.setAuthorization(servlet.getHeader("Authorization"));
        byte[] body = servlet.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            drain(servlet.getInputStream());
            throw Problem.of(
                            ProblemKind.TOO_LARGE,
                            Codes.TOO_LARGE,
                            "the body is larger than the " + LIMIT + " bytes that are allowed here")
                    .exception();
        }
        request.setBody(new String(body, StandardCharsets.UTF_8));
        requireSingle(parameters(request));
        return request;
    }

    private static void drain(InputStream rest) throws IOException {
        byte[] buffer = new byte[8192];
        long total = 0;
        for (int read = rest.read(buffer); read >= 0 && total < COURTESY_BYTES; read = rest.read(buffer)) {
            total += read;
        }
    }

    /** Returns the parameters in the body. */
    static Map<String, List<String>> parameters(HTTPRequest request) {
        try {
            return request.getBodyAsFormParameters();
        } catch (ParseException e) {
            throw notAForm(e);
        }
    }

    /** Returns a parameter; null when it is absent or, which RFC 6749 takes for the same, empty. */
    static @Nullable String optional(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
    }

    /** Returns a parameter that must be there. */
    static String required(Map<String, List<String>> parameters, String name) {
        String value = optional(parameters, name);
        if (value == null) {
            throw malformed("the parameter " + name + " is missing");
        }
        return value;
    }

    /** RFC 6749, section 3.2: no parameter more than once. */
    static void requireSingle(Map<String, List<String>> parameters) {
        parameters.forEach((name, values) -> {
            if (values.size() > 1) {
                throw malformed("the parameter " + name + " is there more than once");
            }
        });
    }

    private static ProblemException notAForm(@Nullable Throwable cause) {
        ProblemException refusal = malformed("the body must be a form: application/x-www-form-urlencoded");
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }

    /** The request is not as it must be. */
    static ProblemException malformed(String detail) {
        return Problem.of(ProblemKind.MALFORMED, "invalid_request", detail).exception();
    }
}
