package org.sightline.itests.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An open stream of server-sent events, read by a thread of its own. */
public final class EventStream implements AutoCloseable {

    private final HttpResponse<InputStream> answer;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final Thread reader;

    /**
     * An event as it came.
     *
     * @param name of its kind
     * @param id   for {@code Last-Event-ID}
     * @param data what it says
     */
    public record Event(String name, String id, String data) {}

    private EventStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
        this.reader = new Thread(this::read, "event-stream");
        reader.setDaemon(true);
        reader.start();
    }

    /** Opens a stream. */
    public static EventStream open(Api caller, String path) {
        try {
            return new EventStream(
                    caller.server().http().send(caller.request(path).build(), BodyHandlers.ofInputStream()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    private void read() {
        String name = "";
        String id = "";
        String data = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !data.isEmpty()) {
                    events.add(new Event(name, id, data));
                    data = "";
                } else if (line.startsWith(":")) {
                    comments.add(line);
                } else if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring("id:".length()).strip();
                } else if (line.startsWith("data:")) {
                    data += line.substring("data:".length()).strip();
                }
            }
        } catch (IOException ended) {
            comments.add(": ended " + ended);
        }
    }

    /** Returns the status of the answer. */
    public int status() {
        return answer.statusCode();
    }

    /** Returns the events so far. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** Whether the server has greeted. */
    public boolean hasBegun() {
        return !comments.isEmpty();
    }

    /** Whether nothing comes any more. */
    public boolean hasEnded() {
        return !reader.isAlive();
    }

    @Override
    public void close() throws IOException {
        answer.body().close();
    }
}
