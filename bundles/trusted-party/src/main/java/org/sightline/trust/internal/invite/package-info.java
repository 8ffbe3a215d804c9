/** Invitations and their codes. */
@NullMarked
package org.sightline.trust.internal.invite;

import org.jspecify.annotations.NullMarked;
