/** Trust between tenants for tests: evaluated slowly and simply, and made up at random. */
@NullMarked
package org.sightline.testkit.trust;

import org.jspecify.annotations.NullMarked;
