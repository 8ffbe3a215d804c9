package org.sightline.organisations.internal;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.time.Duration;

/** Waits until the server answers from outside, so that whoever reads the greeting can type at once. */
final class ReadyWait {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int TIMEOUT_MILLIS = 2_000;

    private final URI health;

    ReadyWait(String address) {
        this.health = URI.create(address + "/health/ready");
    }

    /**
     * Waits.
     *
     * @return false when it is not ready after three minutes
     */
    boolean await() throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!answers()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(PAUSE.toMillis());
        }
        return true;
    }

    private boolean answers() {
        try {
            URL url = health.toURL();
            HttpURLConnection connection = (HttpURLConnection) url.openConnection(java.net.Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            // Not listening yet: that is what we wait for.
            return false;
        }
    }
}
