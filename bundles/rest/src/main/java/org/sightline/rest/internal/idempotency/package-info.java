/** Answers that are given twice to a request that was sent twice. */
@NullMarked
package org.sightline.rest.internal.idempotency;

import org.jspecify.annotations.NullMarked;
