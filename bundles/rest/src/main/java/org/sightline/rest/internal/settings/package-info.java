/** What operators set about the REST interface. */
@NullMarked
package org.sightline.rest.internal.settings;

import org.jspecify.annotations.NullMarked;
