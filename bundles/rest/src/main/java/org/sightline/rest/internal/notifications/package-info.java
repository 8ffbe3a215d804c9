/** The resources of the notifications: the inbox, its stream, and the channels beside it. */
@NullMarked
package org.sightline.rest.internal.notifications;

import org.jspecify.annotations.NullMarked;
