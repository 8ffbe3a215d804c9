/** Changing a tenant's policy: what may be saved and what is refused. */
@NullMarked
package org.sightline.visibility.internal.policy;

import org.jspecify.annotations.NullMarked;
