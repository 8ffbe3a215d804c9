package org.sightline.http.internal;

import java.util.stream.Stream;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Hardens each Jetty server that Felix starts. A connector factory is the one door through which Felix hands its server
 * out, so this one does its work there and gives back a connector that listens nowhere.
 */
@Component
public final class HardenedServer implements ConnectorFactory {

    private final RunningRequests requests;

    /** Lets requests be counted here. */
    @Activate
    public HardenedServer(@Reference(name = "requests") RunningRequests requests) {
        this.requests = requests;
    }

    /** Hardens the server and what it has; the connector that comes back is for the form only. */
    @Override
    public Connector createConnector(Server server) {
        ProblemAnswers answers = new ProblemAnswers();
        server.setErrorHandler(answers);
        server.getDescendants(ServletContextHandler.class).forEach(context -> context.setErrorHandler(answers));
        Stream.of(server.getConnectors())
                .flatMap(connector -> connector.getConnectionFactories().stream())
                .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
                .map(factory -> ((HttpConfiguration.ConnectionFactory) factory).getHttpConfiguration())
                .distinct()
                .forEach(this::harden);
        return new SilentConnector(server);
    }

    private void harden(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.addCustomizer(HardenedServer::refuseTheUnserved);
        http.addCustomizer((request, responseHeaders) -> {
            requests.begin(request);
            return request;
        });
    }

    /**
     * TRACE would give back headers that a browser hides from scripts, CONNECT would make a proxy of us, and
     * {@code OPTIONS *} would find no resource.
     */
    private static Request refuseTheUnserved(Request request, HttpFields.Mutable responseHeaders) {
        if (HttpMethod.TRACE.is(request.getMethod()) || HttpMethod.CONNECT.is(request.getMethod())) {
            throw new BadMessageException(405, "method not offered");
        }
        if ("*".equals(request.getHttpURI().getPath())) {
            throw new BadMessageException(400, "no resource named");
        }
        return request;
    }
}
