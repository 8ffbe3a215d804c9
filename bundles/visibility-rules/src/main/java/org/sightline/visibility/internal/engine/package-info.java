/** The compiled answer to "who sees whom": members folded into classes, rules folded into bits, rows made on demand. */
@NullMarked
package org.sightline.visibility.internal.engine;

import org.jspecify.annotations.NullMarked;
