package org.sightline.itests.server;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A wire between a server and its database that can be interrupted: whoever is connected stays so and hears nothing. */
public final class Wire implements AutoCloseable {

    private static final int CHUNK = 65_536;

    private final int target;
    private final ServerSocket entrance;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final Object change = new Object();
    private boolean interrupted;

    /** Leads to a port of the loopback address. */
    public Wire(int target) {
        this.target = target;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        threads.execute(this::accept);
    }

    /** Returns the port at this end. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Lets nothing through from now on. */
    public void interrupt() {
        set(true);
    }

    /** Lets everything through again, what was held back included. */
    public void mend() {
        set(false);
    }

    private void set(boolean value) {
        synchronized (change) {
            interrupted = value;
            change.notifyAll();
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** Nobody at the other end is nobody at this one. */
    private void connect(Socket near) throws IOException {
        Socket far;
        try {
            far = new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException refused) {
            near.close();
            return;
        }
        open.add(near);
        open.add(far);
        threads.execute(() -> carry(near, far));
        threads.execute(() -> carry(far, near));
    }

    private void carry(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                awaitMended();
                out.write(chunk, 0, read);
            }
        } catch (IOException gone) {
            open.remove(from);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitMended() throws InterruptedException {
        synchronized (change) {
            while (interrupted) {
                change.wait();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        open.add(entrance);
        for (Closeable each : open) {
            try {
                each.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
