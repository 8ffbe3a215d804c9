/** Changes one thing of a directory at a time, within the rules. */
@NullMarked
package org.sightline.directory.internal.edit;

import org.jspecify.annotations.NullMarked;
