/** Hashes the passwords of the console's users. */
@NullMarked
package org.sightline.console.internal;

import org.jspecify.annotations.NullMarked;
