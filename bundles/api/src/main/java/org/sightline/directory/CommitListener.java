package org.sightline.directory;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.sightline.store.TenantCommit;

/**
 * Hears of every transaction of this server after it is durable and its snapshots are in place. Register as an OSGi
 * service.
 */
@ConsumerType
public interface CommitListener {

    /**
     * Takes note. Called on the thread that made the change, before the caller gets the answer, so it must hand on and
     * return; what it throws is logged and changes nothing.
     *
     * @param commits of one transaction
     */
    void committed(List<TenantCommit> commits);
}
