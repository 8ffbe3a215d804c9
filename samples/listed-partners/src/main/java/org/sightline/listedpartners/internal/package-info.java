/** A vendor's say in who may connect. */
@NullMarked
package org.sightline.listedpartners.internal;

import org.jspecify.annotations.NullMarked;
