package org.sightline.listedpartners.internal;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sightline.directory.model.Tenant;
import org.sightline.spi.TrustPolicy;
import org.sightline.spi.TrustVerdict;

/**
 * Lets two organisations connect only when both are on the operator's list. Without a list nobody may: a policy that is
 * there to keep others out must not open the door because a file is missing.
 */
@Component(configurationPid = ListedPartners.PID)
public final class ListedPartners implements TrustPolicy {

    /** Where the list is: {@code etc/org.sightline.listedpartners.cfg}. */
    static final String PID = "org.sightline.listedpartners";

    /** What the file says. */
    @interface Settings {

        /** Tenant keys, separated by commas. */
        String partners() default "";
    }

    private final Set<String> listed;

    /** Reads the list; a change of the file takes effect within a second. */
    @Activate
    public ListedPartners(Settings settings) {
        this(settings.partners());
    }

    ListedPartners(String partners) {
        listed = Arrays.stream(partners.split(",", -1))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public TrustVerdict judge(Tenant scanning, Tenant inviting) {
        return isListed(scanning) && isListed(inviting)
                ? TrustVerdict.ALLOWED
                : new TrustVerdict.Refused(
                        "partner_not_listed",
                        "the operator of this server lets only listed organisations connect; ask for a place on the list");
    }

    private boolean isListed(Tenant tenant) {
        return listed.contains(tenant.key().value());
    }
}
