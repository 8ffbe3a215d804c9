/** Whom a sharing scope holds, in one state of a directory. */
@NullMarked
package org.sightline.trust.internal.scope;

import org.jspecify.annotations.NullMarked;
