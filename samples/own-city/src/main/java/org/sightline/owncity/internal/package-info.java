/** The main rule "own city". */
@NullMarked
package org.sightline.owncity.internal;

import org.jspecify.annotations.NullMarked;
