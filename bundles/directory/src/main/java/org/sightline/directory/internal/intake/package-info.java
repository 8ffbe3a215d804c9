/** Takes whole directories from files: all of it or nothing, and every wrong line said at once. */
@NullMarked
package org.sightline.directory.internal.intake;

import org.jspecify.annotations.NullMarked;
