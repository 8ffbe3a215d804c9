/** The running server, asked over HTTP as other software asks it. */
@NullMarked
package org.sightline.benchmarks.http;

import org.jspecify.annotations.NullMarked;
