package org.sightline.benchmarks.http;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive connection that sends prepared bytes and reads answers with as little work as possible, since it shares
 * the processors with the server.
 */
final class Connection implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int STATUS_AT = 9;
    private static final int RADIX_OF_CHUNKS = 16;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int read;
    private int end;

    Connection(URI server) throws IOException {
        socket = new Socket(InetAddress.getByName(server.getHost()), server.getPort());
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /**
     * An answer.
     *
     * @param status   HTTP's
     * @param length   of the body in bytes
     * @param revision the tenant's revision it holds at; 0 when the answer names none
     */
    record Answer(int status, int length, long revision) {}

    /** Sends a request and reads the answer; the body is thrown away. */
    Answer ask(byte[] request) throws IOException {
        return ask(request, OutputStream.nullOutputStream());
    }

    /** Sends a request and gives the answer's body back; throws when the status is not 200. */
    String text(byte[] request) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Answer answer = ask(request, body);
        String text = body.toString(StandardCharsets.UTF_8);
        if (answer.status() != 200) {
            throw new IOException(answer.status() + ": " + text);
        }
        return text;
    }

    private Answer ask(byte[] request, OutputStream body) throws IOException {
        out.write(request);
        int status = Integer.parseInt(line().substring(STATUS_AT, STATUS_AT + 3));
        int length = 0;
        long revision = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
            if (name.equals("content-length")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            } else if (name.equals("transfer-encoding")) {
                chunked = true;
            } else if (name.equals("sightline-revision")) {
                revision =
                        Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
            }
        }
        if (!chunked) {
            copy(length, body);
            return new Answer(status, length, revision);
        }
        return new Answer(status, chunks(body), revision);
    }

    private int chunks(OutputStream body) throws IOException {
        int length = 0;
        while (true) {
            int chunk = Integer.parseInt(line(), RADIX_OF_CHUNKS);
            copy(chunk, body);
            length += chunk;
            line();
            if (chunk == 0) {
                return length;
            }
        }
    }

    private String line() throws IOException {
        int start = read;
        while (true) {
            for (int at = start; at < end; at++) {
                if (buffer[at] == '\n') {
                    String line = new String(buffer, read, at - read - 1, StandardCharsets.ISO_8859_1);
                    read = at + 1;
                    return line;
                }
            }
            start = end - read;
            fill();
        }
    }

    private void copy(int length, OutputStream body) throws IOException {
        int left = length;
        while (left > 0) {
            if (read == end) {
                fill();
            }
            int part = Math.min(left, end - read);
            body.write(buffer, read, part);
            read += part;
            left -= part;
        }
    }

    /** Moves what is not read yet to the front and reads on. */
    private void fill() throws IOException {
        System.arraycopy(buffer, read, buffer, 0, end - read);
        end -= read;
        read = 0;
        int more = in.read(buffer, end, buffer.length - end);
        if (more < 0) {
            throw new EOFException("the server has closed the connection");
        }
        end += more;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
