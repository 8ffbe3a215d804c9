package org.sightline.rest.internal.communication;

import org.sightline.access.Caller;
import org.sightline.communication.model.Person;
import org.sightline.directory.TenantSnapshot;
import org.sightline.rest.internal.answer.Call;

/** The calling member, who always acts for themself. */
final class Selves {

    private Selves() {}

    static Person of(Call call) {
        if (!(call.caller() instanceof Caller.User caller)) {
            throw new IllegalStateException("only members communicate");
        }
        return new Person(caller.tenant(), caller.user());
    }

    static int number(Call call, TenantSnapshot state) {
        return state.directory().memberNumber(of(call).user());
    }
}
