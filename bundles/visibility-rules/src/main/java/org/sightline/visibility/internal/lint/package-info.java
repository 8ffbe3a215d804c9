/** Says which rules of a policy do nothing, and why. */
@NullMarked
package org.sightline.visibility.internal.lint;

import org.jspecify.annotations.NullMarked;
