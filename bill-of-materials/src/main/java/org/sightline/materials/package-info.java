/** Writes down what the server is made of. */
@NullMarked
package org.sightline.materials;

import org.jspecify.annotations.NullMarked;
