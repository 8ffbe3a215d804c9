/** Work in the background. */
@NullMarked
package org.sightline.directory.internal.jobs;

import org.jspecify.annotations.NullMarked;
