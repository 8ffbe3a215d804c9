/** What the operator can set about upkeep. */
@NullMarked
package org.sightline.upkeep.internal;

import org.jspecify.annotations.NullMarked;
