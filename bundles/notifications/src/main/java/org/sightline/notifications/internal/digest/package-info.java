/** The daily digest of requests that wait. */
@NullMarked
package org.sightline.notifications.internal.digest;

import org.jspecify.annotations.NullMarked;
