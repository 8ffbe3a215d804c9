/** Mail and webhook, each behind the door that vendors use, too. */
@NullMarked
package org.sightline.channels.internal;

import org.jspecify.annotations.NullMarked;
