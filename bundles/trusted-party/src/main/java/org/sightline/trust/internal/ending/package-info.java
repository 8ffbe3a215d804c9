/** How relations end. */
@NullMarked
package org.sightline.trust.internal.ending;

import org.jspecify.annotations.NullMarked;
