/** What the contacts must show, worked out slowly and simply. */
@NullMarked
package org.sightline.testkit.contacts;

import org.jspecify.annotations.NullMarked;
