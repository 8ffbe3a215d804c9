/** The approval policy "careful approvals". */
@NullMarked
package org.sightline.carefulapprovals.internal;

import org.jspecify.annotations.NullMarked;
