/** Refusals as problem documents. */
@NullMarked
package org.sightline.rest.internal.problem;

import org.jspecify.annotations.NullMarked;
