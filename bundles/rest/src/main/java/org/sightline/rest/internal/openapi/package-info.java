/** Writes the OpenAPI document out of the resources while the bundle is built; not in the bundle. */
@NullMarked
package org.sightline.rest.internal.openapi;

import org.jspecify.annotations.NullMarked;
