/** The engines of all tenants, one for each state, and which main rules they use. */
@NullMarked
package org.sightline.visibility.internal.tenants;

import org.jspecify.annotations.NullMarked;
