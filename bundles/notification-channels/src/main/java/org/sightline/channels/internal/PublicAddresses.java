package org.sightline.channels.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.sightline.notifications.ReceiverAddress;

/**
 * Turns names into the addresses that are then called, and none other, so that a name which comes to mean something else
 * between a check and a call gains nothing. A name that stands for a private address, among others or not, is refused.
 */
final class PublicAddresses implements SocketAddressResolver {

    private final Executor threads;
    private final boolean privateAllowed;
    private final Names names;

    /**
     * Creates the resolver.
     *
     * @param threads where names are looked up, which may take long
     */
    PublicAddresses(Executor threads, boolean privateAllowed, Names names) {
        this.threads = threads;
        this.privateAllowed = privateAllowed;
        this.names = names;
    }

    @Override
    public void resolve(String host, int port, Promise<List<InetSocketAddress>> promise) {
        try {
            threads.execute(() -> lookUp(host, port, promise));
        } catch (RejectedExecutionException busy) {
            promise.failed(new IOException("too many names are being looked up", busy));
        }
    }

    private void lookUp(String host, int port, Promise<List<InetSocketAddress>> promise) {
        List<InetSocketAddress> found = new ArrayList<>();
        try {
            for (InetAddress address : names.of(host)) {
                if (!privateAllowed && ReceiverAddress.isPrivate(address)) {
                    promise.failed(new IOException("the address leads to this machine or a private network"));
                    return;
                }
                found.add(new InetSocketAddress(address, port));
            }
        } catch (UnknownHostException unknown) {
            promise.failed(new IOException("the host `" + host + "` is not known", unknown));
            return;
        }
        promise.succeeded(found);
    }

    /** What names stand for. */
    @FunctionalInterface
    interface Names {

        /** Returns all addresses of a name, one at least. */
        InetAddress[] of(String host) throws UnknownHostException;
    }
}
