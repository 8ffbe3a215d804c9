/** What the catalogue and the approval of permissions share. */
@NullMarked
package org.sightline.apps.internal;

import org.jspecify.annotations.NullMarked;
