/** What must be true of a directory, whoever changes it and by whatever door. */
@NullMarked
package org.sightline.directory.internal.rules;

import org.jspecify.annotations.NullMarked;
