/** Approval: a tenant's rules, and the vendors' policies that have a say beside them. */
@NullMarked
package org.sightline.apps.internal.approval;

import org.jspecify.annotations.NullMarked;
