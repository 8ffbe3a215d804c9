/** Who sees whom, worked out the slow and obvious way; shares nothing with the engine it is compared with. */
@NullMarked
package org.sightline.testkit.bruteforce;

import org.jspecify.annotations.NullMarked;
