package org.sightline.upkeep.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be set about upkeep: {@code etc/org.sightline.upkeep.cfg}; two underscores stand for one in the file. */
@ObjectClassDefinition(name = "Sightline upkeep")
public @interface UpkeepSettings {

    /** Where the settings are. */
    String PID = "org.sightline.upkeep";

    /** Where backups lie. */
    @AttributeDefinition(description = "Folder of backups; empty for `backups` in the data directory")
    String backup__folder() default "";

    /** How long past revisions stay. */
    @AttributeDefinition(
            description = "Days for which questions about the past can be asked; 0 keeps every revision for ever,"
                    + " and so does a missing line")
    int keep__revisions__days() default 0;

    /** How long audit entries stay. */
    @AttributeDefinition(
            description =
                    "Days that audit entries are kept, 0 for ever; at least keep_revisions_days, whose times they tell")
    int keep__audit__days() default 0;
}
