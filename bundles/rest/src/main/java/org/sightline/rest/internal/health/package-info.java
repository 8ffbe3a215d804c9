/** Whether the server lives and what it lacks. */
@NullMarked
package org.sightline.rest.internal.health;

import org.jspecify.annotations.NullMarked;
