/** Programs that measure the server, and what users could take instead, on made-up organisations of any size. */
@NullMarked
package org.sightline.benchmarks;

import org.jspecify.annotations.NullMarked;
