/** Which revisions are kept, and removing what no kept one needs. */
@NullMarked
package org.sightline.storage.internal.history;

import org.jspecify.annotations.NullMarked;
