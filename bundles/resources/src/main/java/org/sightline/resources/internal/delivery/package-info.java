/** Events on their way to apps: what is told, when it is tried again, and who need not be told any more. */
@NullMarked
package org.sightline.resources.internal.delivery;

import org.jspecify.annotations.NullMarked;
