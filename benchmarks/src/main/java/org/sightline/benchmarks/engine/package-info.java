/** The server's own engine, put together without a framework, and what is measured of it in process. */
@NullMarked
package org.sightline.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
