/** Made-up organisations: the same seed gives the same one. */
@NullMarked
package org.sightline.benchmarks.organisation;

import org.jspecify.annotations.NullMarked;
