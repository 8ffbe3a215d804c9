/** Apps themselves: what developers say about them, and their secrets. */
@NullMarked
package org.sightline.apps.internal.registry;

import org.jspecify.annotations.NullMarked;
