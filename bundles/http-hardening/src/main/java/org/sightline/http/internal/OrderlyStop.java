package org.sightline.http.internal;

import java.time.Duration;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds up the stop of the framework until the requests at work are answered: afterwards bundles stop one after the
 * other, the database among them, and whatever still runs fails.
 */
@Component(
        service = {},
        immediate = true)
public final class OrderlyStop implements SynchronousBundleListener {

    private static final Logger LOG = LoggerFactory.getLogger(OrderlyStop.class);

    /** Service managers kill after 90 s usually; container engines after 10 s, unless told otherwise. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BundleContext context;
    private final RunningRequests requests;

    /** Starts to watch for the end of the framework. */
    @Activate
    public OrderlyStop(BundleContext context, @Reference(name = "requests") RunningRequests requests) {
        this.context = context;
        this.requests = requests;
        context.addBundleListener(this);
    }

    @Deactivate
    void deactivate() {
        context.removeBundleListener(this);
    }

    /** Framework events arrive before the first bundle is stopped, and are waited for. */
    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            drain();
        }
    }

    private void drain() {
        try {
            LOG.info("Stopping: new requests are refused, running ones get up to {} s", PATIENCE.toSeconds());
            int left = requests.drain(PATIENCE);
            if (left > 0) {
                LOG.warn("Stopping with {} requests still running", left);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
