/** Figures about the running server in Prometheus' form. */
@NullMarked
package org.sightline.metrics.internal;

import org.jspecify.annotations.NullMarked;
