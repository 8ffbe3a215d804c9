/** Relations as they stand: what each side grants and what the other one gets. */
@NullMarked
package org.sightline.trust.internal.relation;

import org.jspecify.annotations.NullMarked;
