package org.sightline.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sightline.visibility.VisibilityEngine;

/** Lists whom a member sees. */
@Service
@Command(scope = "sightline", name = "sees", description = "List the members whom a member sees, now or in the past")
public final class SeesCommand extends ListCommand {

    @Override
    int[] numbers(VisibilityEngine engine, int member) {
        return engine.visibleTo(member);
    }
}
