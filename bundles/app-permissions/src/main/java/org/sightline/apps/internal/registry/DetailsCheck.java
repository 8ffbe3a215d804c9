package org.sightline.apps.internal.registry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.AppDetails;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;

/** Whether what a developer says about an app may be kept; pointers lead into the app's JSON form. */
final class DetailsCheck {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_REDIRECTS = 20;

    private final boolean privateEvents;

    DetailsCheck(boolean privateEvents) {
        this.privateEvents = privateEvents;
    }

    /**
     * Returns the details in the form in which they are kept.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    AppDetails checked(AppDetails details) {
        List<Fault> faults = new ArrayList<>();
        String name = Normalizer.normalize(details.name(), Normalizer.Form.NFC).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            faults.add(fault("/name", "must have 1 to " + LONGEST_NAME + " characters"));
        } else if (name.chars().anyMatch(each -> Character.getType(each) == Character.CONTROL)) {
            faults.add(fault("/name", "must not contain control characters such as tab, line break or NUL"));
        }
        redirects(details.redirectUris(), faults);
        @Nullable String eventUrl = details.eventUrl();
        if (eventUrl != null) {
            WebAddresses.eventFault(eventUrl, privateEvents).ifPresent(what -> faults.add(fault("/event_url", what)));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
        return new AppDetails(name, details.redirectUris(), eventUrl, details.enabled());
    }

    private static void redirects(List<String> uris, List<Fault> faults) {
        if (uris.size() > MOST_REDIRECTS) {
            faults.add(fault("/redirect_uris", "there are at most " + MOST_REDIRECTS + " redirect URIs"));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < uris.size(); at++) {
            Optional<String> wrong = seen.add(uris.get(at))
                    ? WebAddresses.redirectFault(uris.get(at))
                    : Optional.of("stands in the list twice");
            String pointer = "/redirect_uris/" + at;
            wrong.ifPresent(what -> faults.add(fault(pointer, what)));
        }
    }

    private static Fault fault(String pointer, String detail) {
        return new Fault(pointer, Codes.INVALID, detail);
    }
}
