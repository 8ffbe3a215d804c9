/** A vendor's quota for trusted parties. */
@NullMarked
package org.sightline.hundredpartners.internal;

import org.jspecify.annotations.NullMarked;
