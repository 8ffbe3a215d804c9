package org.sightline.storage.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.sightline.storage.internal.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's {@code listen} and {@code notify}: one connection that only listens, opened again whenever it is lost. */
final class NewsWire implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NewsWire.class);
    private static final String CHANNEL = "sightline";

    /** How long {@link #close()} may have to wait. */
    private static final int EAR_MILLIS = 250;

    /** After so many silent turns the connection has to prove that it is alive. */
    private static final int SILENT_TURNS = 40;

    private static final int ALIVE_SECONDS = 5;
    private static final int PAUSE_SECONDS = 1;

    private final Database database;
    private final Consumer<String> hearer;
    private final Runnable mayHaveMissed;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread ear = new Thread(this::listen, "sightline-news");
    private boolean complained;

    /**
     * Begins to listen.
     *
     * @param mayHaveMissed called whenever the listening begins, since something may have happened before
     */
    NewsWire(Database database, Consumer<String> hearer, Runnable mayHaveMissed) {
        this.database = database;
        this.hearer = hearer;
        this.mayHaveMissed = mayHaveMissed;
        ear.setDaemon(true);
        ear.start();
    }

    /** Sends texts to all who listen, this server included. Losing them is no harm, so nobody waits for the disk. */
    static void send(Database database, List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        database.transaction("tell other servers", connection -> {
            try (Statement hurry = connection.createStatement()) {
                hurry.execute("set local synchronous_commit = off");
            }
            try (PreparedStatement notify = connection.prepareStatement("select pg_notify('" + CHANNEL + "', ?)")) {
                for (String text : texts) {
                    notify.setString(1, text);
                    notify.execute();
                }
            }
            return texts.size();
        });
    }

    private void listen() {
        while (isOpen()) {
            try (Connection connection = database.connectBesidePool()) {
                try (Statement begin = connection.createStatement()) {
                    begin.execute("listen " + CHANNEL);
                }
                mayHaveMissed.run();
                complained = false;
                hear(connection);
            } catch (SQLException lost) {
                complain(lost);
                pause();
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        int silent = 0;
        while (isOpen()) {
            PGNotification[] heard = postgres.getNotifications(EAR_MILLIS);
            if (heard != null && heard.length > 0) {
                silent = 0;
                for (PGNotification each : heard) {
                    hearer.accept(each.getParameter());
                }
            } else if (++silent >= SILENT_TURNS) {
                silent = 0;
                if (!connection.isValid(ALIVE_SECONDS)) {
                    throw new SQLException("the connection that listens is dead");
                }
            }
        }
    }

    private void complain(SQLException lost) {
        if (!complained && isOpen()) {
            LOG.warn("Cannot hear of other servers' changes at once, only by looking; trying again", lost);
            complained = true;
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void pause() {
        try {
            if (closed.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.debug("closed while waiting for the database");
            }
        } catch (InterruptedException stopping) {
            closed.countDown();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            ear.join(TimeUnit.SECONDS.toMillis(ALIVE_SECONDS));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
