package org.sightline.plugins;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A room that asks policies or calls channels, its own and those of vendors. Register an implementation as an OSGi service;
 * the operator's lists of plug-ins ask all of them. Main rules have a list of their own, {@code MainRules}.
 */
@ConsumerType
public interface PolicySource {

    /** Returns what is asked right now, in the order in which it is. */
    List<PolicyInfo> policies();
}
