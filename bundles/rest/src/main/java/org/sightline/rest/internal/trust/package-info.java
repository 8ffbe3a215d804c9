/** Resources of trusted parties: from an invitation to the end of a relation. */
@NullMarked
package org.sightline.rest.internal.trust;

import org.jspecify.annotations.NullMarked;
