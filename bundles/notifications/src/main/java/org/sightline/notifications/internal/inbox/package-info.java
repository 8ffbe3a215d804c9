/** Cards as administrators find them, and telling those who wait for them. */
@NullMarked
package org.sightline.notifications.internal.inbox;

import org.jspecify.annotations.NullMarked;
