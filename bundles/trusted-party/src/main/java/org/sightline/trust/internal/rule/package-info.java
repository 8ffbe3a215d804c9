/** Collaboration rules. */
@NullMarked
package org.sightline.trust.internal.rule;

import org.jspecify.annotations.NullMarked;
