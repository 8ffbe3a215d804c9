/** Requests for trust, and the relations that come of them. */
@NullMarked
package org.sightline.trust.internal.request;

import org.jspecify.annotations.NullMarked;
