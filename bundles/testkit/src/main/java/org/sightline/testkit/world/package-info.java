/** Small organisations for tests: readable ones in files, random ones from a seed, and a plain snapshot of either. */
@NullMarked
package org.sightline.testkit.world;

import org.jspecify.annotations.NullMarked;
