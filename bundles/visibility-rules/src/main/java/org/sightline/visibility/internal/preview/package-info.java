/** Says what a change would do to who sees whom before anybody makes it. */
@NullMarked
package org.sightline.visibility.internal.preview;

import org.jspecify.annotations.NullMarked;
