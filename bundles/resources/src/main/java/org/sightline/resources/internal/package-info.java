/** What the parts of the room share: permissions, refusals, and the settings. */
@NullMarked
package org.sightline.resources.internal;

import org.jspecify.annotations.NullMarked;
