package org.sightline.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sightline.visibility.VisibilityEngine;

/** Lists who sees a member. */
@Service
@Command(scope = "sightline", name = "seen-by", description = "List the members who see a member, now or in the past")
public final class SeenByCommand extends ListCommand {

    @Override
    int[] numbers(VisibilityEngine engine, int member) {
        return engine.viewersOf(member);
    }
}
