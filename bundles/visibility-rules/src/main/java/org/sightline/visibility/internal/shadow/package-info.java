/** Compares candidate main rules with those in force on live questions. */
@NullMarked
package org.sightline.visibility.internal.shadow;

import org.jspecify.annotations.NullMarked;
