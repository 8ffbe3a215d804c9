/** What time it is for the server. */
@NullMarked
package org.sightline.directory.internal.time;

import org.jspecify.annotations.NullMarked;
