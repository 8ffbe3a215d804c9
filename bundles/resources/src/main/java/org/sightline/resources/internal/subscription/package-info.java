/** What apps want to be told of. */
@NullMarked
package org.sightline.resources.internal.subscription;

import org.jspecify.annotations.NullMarked;
