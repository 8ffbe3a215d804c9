/** What cards say, and where they lead. */
@NullMarked
package org.sightline.notifications.internal.text;

import org.jspecify.annotations.NullMarked;
