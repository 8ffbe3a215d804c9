package org.sightline.settings;

/**
 * The environment variables that the server, its files in {@code etc/} and its scripts look at: the one list of them, out
 * of which docs/configuration.md is made. The constants are named as the variables are.
 */
public enum EnvironmentVariable {
    /** Where everything lies that is written. */
    SIGHTLINE_DATA(
            "`data/` in the program folder; with `./run` in the checkout",
            "where everything lies that the server writes, a copy of `etc/` included; created when missing"),
    /** The port of HTTP. */
    SIGHTLINE_HTTP_PORT("`8181`", "port of REST, docs, health and metrics"),
    /** The address of HTTP. */
    SIGHTLINE_HTTP_HOST("`127.0.0.1`", "address that HTTP listens on; `0.0.0.0` for all"),
    /** Whether HTTP without TLS is on. */
    SIGHTLINE_HTTP_ENABLED("`true`", "`false` where TLS alone is to be spoken"),
    /** Whether TLS is on. */
    SIGHTLINE_HTTPS_ENABLED("`false`", "speak TLS, too ([security.md](security.md#tls))"),
    /** The port of TLS. */
    SIGHTLINE_HTTPS_PORT("`8443`", "its port"),
    /** The certificate and its key. */
    SIGHTLINE_HTTPS_KEYSTORE("none", "the PKCS#12 file with the certificate and its key"),
    /** The file's password. */
    SIGHTLINE_HTTPS_KEYSTORE_PASSWORD("none", "that file's password"),
    /** The base of links. */
    SIGHTLINE_PUBLIC_URL("made of host and port", "base of the links that the server hands out, and the OAuth issuer"),
    /** The port of the remote console. */
    SIGHTLINE_SSH_PORT(
            "`8101`",
            "port of the console over ssh, on loopback only; `0` for none; one in use is a warning in the log"),
    /** The operator's token. */
    SIGHTLINE_OPERATOR_TOKEN(
            "generated into `operator.token` in the data directory", "the operator's token, at least 32 characters"),
    /** What secrets are encrypted with. */
    SIGHTLINE_SERVER_KEY(
            "generated into `server.key` in the data directory",
            "what kept secrets are encrypted with, at least 32 characters; the same for all servers on one database"),
    /** The database. */
    SIGHTLINE_JDBC_URL(
            "Derby in the data directory",
            "another database: `jdbc:postgresql://<host>/<database>`; then user and password come from the environment, too"),
    /** Who opens the database. */
    SIGHTLINE_JDBC_USER("none", "who opens the database of `SIGHTLINE_JDBC_URL`"),
    /** The password of who opens the database. */
    SIGHTLINE_JDBC_PASSWORD("none", "their password"),
    /** Requests a second and caller. */
    SIGHTLINE_RATE_LIMIT("`1000`", "requests a second and caller; `0` for no limit"),
    /** Good for the metrics only. */
    SIGHTLINE_METRICS_TOKEN("none", "a token that is good for `/metrics` only, at least 32 characters"),
    /** How lines of the log look. */
    SIGHTLINE_LOG_FORMAT("`text`", "`json` for one object a line in `karaf.log` and `access.log`"),
    /** Which requests have a line. */
    SIGHTLINE_ACCESS_LOG(
            "`changes`",
            "which requests have a line in `access.log`: `changes` (and refused and slow ones), `all` or `off`"),
    /** The mail server. */
    SIGHTLINE_SMTP_HOST("none", "the mail server for notifications; without one no mail goes out"),
    /** The mail server's port. */
    SIGHTLINE_SMTP_PORT("`25`", "its port"),
    /** Whether webhooks and events may go to private addresses. */
    SIGHTLINE_EVENT_ALLOW_PRIVATE(
            "`false`; `true` in test mode", "lets webhooks and events lead to this machine and to private networks"),
    /** The first pause before an event is told again. */
    SIGHTLINE_EVENT_RETRY_MILLIS(
            "`10000`", "milliseconds until an event that an app did not take is told again; doubles up to an hour"),
    /** Whether the sample organisations are loaded. */
    SIGHTLINE_SAMPLES("`false`; `./run` says `true`", "load the sample organisations at the start"),
    /** For tests only. */
    SIGHTLINE_TEST_MODE("`false`", "for tests only: lets the clock be set and private addresses be reached"),
    /** For tests only. */
    SIGHTLINE_CLOCK_OFFSET(
            "none",
            "for tests only, with `SIGHTLINE_TEST_MODE=true`: how far the clock is ahead, as `PT2H`, or behind, as `-P1D`");

    private final String standard;
    private final String meaning;

    EnvironmentVariable(String standard, String meaning) {
        this.standard = standard;
        this.meaning = meaning;
    }

    /** Returns what holds when the variable is not set, in Markdown. */
    public String standard() {
        return standard;
    }

    /** Returns what the variable sets, in Markdown. */
    public String meaning() {
        return meaning;
    }
}
