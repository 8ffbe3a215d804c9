/** What the rooms below share: the settings, and the bell that rings when cards were written. */
@NullMarked
package org.sightline.notifications.internal;

import org.jspecify.annotations.NullMarked;
