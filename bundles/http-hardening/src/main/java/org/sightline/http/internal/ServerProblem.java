package org.sightline.http.internal;

/**
 * What the server itself has to say to a request that no resource answered.
 *
 * @param status HTTP status
 * @param code stable word for programs, as in docs/rest.md: "Errors"
 * @param title short text of the status
 * @param detail what is wrong and what to do; never repeats what the caller sent
 */
record ServerProblem(int status, String code, String title, String detail) {

    /** The problem for a status that Jetty or a servlet chose; an unknown one keeps its number. */
    static ServerProblem of(int status) {
        return switch (status) {
            case 400 -> new ServerProblem(400, "malformed_request", "Bad Request", "the request is not valid HTTP");
            // Resources answer every path once they are there, so a missing one means that they are not there yet.
            case 404, 503 ->
                new ServerProblem(
                        503,
                        "unavailable",
                        "Service Unavailable",
                        "the server is starting or stopping: try again in a moment");
            case 405 ->
                new ServerProblem(405, "method_not_allowed", "Method Not Allowed", "this method is not offered");
            case 408 ->
                new ServerProblem(408, "request_timeout", "Request Timeout", "the request took too long to arrive");
            case 413 ->
                new ServerProblem(413, "too_large", "Content Too Large", "the body is larger than this server takes");
            case 414 ->
                new ServerProblem(414, "uri_too_long", "URI Too Long", "the address is longer than this server takes");
            case 415 ->
                new ServerProblem(
                        415, "unsupported_media_type", "Unsupported Media Type", "this kind of body is not understood");
            case 426 ->
                new ServerProblem(426, "upgrade_required", "Upgrade Required", "this version of HTTP is not spoken");
            case 431 ->
                new ServerProblem(
                        431,
                        "headers_too_large",
                        "Request Header Fields Too Large",
                        "the request's headers are larger than this server takes");
            case 501 ->
                new ServerProblem(501, "not_implemented", "Not Implemented", "this part of HTTP is not offered");
            case 505 ->
                new ServerProblem(
                        505, "http_version", "HTTP Version Not Supported", "this version of HTTP is not spoken");
            default -> status >= 400 && status < 500 ? refused(status) : internal();
        };
    }

    private static ServerProblem refused(int status) {
        return new ServerProblem(status, "refused", "Refused", "the server refused the request");
    }

    private static ServerProblem internal() {
        return new ServerProblem(
                500, "internal", "Internal Server Error", "something went wrong here; give the incident id to support");
    }
}
