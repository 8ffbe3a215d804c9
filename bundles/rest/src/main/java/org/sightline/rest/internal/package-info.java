/** The REST interface: what every request goes through before and after its resource. */
@NullMarked
package org.sightline.rest.internal;

import org.jspecify.annotations.NullMarked;
