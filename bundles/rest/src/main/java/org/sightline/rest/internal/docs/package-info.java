/** The OpenAPI document and the page that shows it. */
@NullMarked
package org.sightline.rest.internal.docs;

import org.jspecify.annotations.NullMarked;
