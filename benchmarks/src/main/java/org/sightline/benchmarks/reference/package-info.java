/** What users could take instead, asked the same questions about the same organisation (docs/benchmarks.md, "The references"). */
@NullMarked
package org.sightline.benchmarks.reference;

import org.jspecify.annotations.NullMarked;
