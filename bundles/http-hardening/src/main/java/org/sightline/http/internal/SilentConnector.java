package org.sightline.http.internal;

import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A connector that opens no port and runs no thread. Felix takes network connectors only, and lists where they listen:
 * this one names the place of the first real one.
 */
final class SilentConnector extends ServerConnector {

    SilentConnector(Server server) {
        super(server, 0, 1);
        if (server.getConnectors().length > 0 && server.getConnectors()[0] instanceof NetworkConnector real) {
            setHost(real.getHost());
            setPort(real.getPort());
        }
    }

    @Override
    public void open() {
        // Opens nothing: see the class.
    }

    @Override
    protected void doStart() {
        // Starts no acceptor: see the class.
    }

    @Override
    protected void doStop() {
        // Nothing was started.
    }
}
