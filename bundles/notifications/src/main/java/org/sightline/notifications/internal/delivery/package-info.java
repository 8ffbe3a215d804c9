/** Cards on their way out: handed to channels, tried, tried again, given up. */
@NullMarked
package org.sightline.notifications.internal.delivery;

import org.jspecify.annotations.NullMarked;
