/** Trusted parties: how two tenants come together, what each grants the other, and how they part. */
@NullMarked
package org.sightline.trust.internal;

import org.jspecify.annotations.NullMarked;
