/** Whether two tenants may connect: plan, quota, policies of vendors. */
@NullMarked
package org.sightline.trust.internal.admission;

import org.jspecify.annotations.NullMarked;
