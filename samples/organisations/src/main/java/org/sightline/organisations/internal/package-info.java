/** Two made-up organisations to try the server with, and the greeting that tells how. */
@NullMarked
package org.sightline.organisations.internal;

import org.jspecify.annotations.NullMarked;
