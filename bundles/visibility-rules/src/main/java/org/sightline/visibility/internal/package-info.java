/** What the rooms below share: settings, and the rank of services. */
@NullMarked
package org.sightline.visibility.internal;

import org.jspecify.annotations.NullMarked;
