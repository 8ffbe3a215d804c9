/** What apps see as themselves: members and departments within a data range. */
@NullMarked
package org.sightline.visibility.internal.range;

import org.jspecify.annotations.NullMarked;
