/** What was measured, as a table and as JSON. */
@NullMarked
package org.sightline.benchmarks.report;

import org.jspecify.annotations.NullMarked;
