/** Who may call what, how often, and with how large a body. */
@NullMarked
package org.sightline.rest.internal.guard;

import org.jspecify.annotations.NullMarked;
