/** PostgreSQL for tests and measurements: a cluster that is made, used and thrown away. */
@NullMarked
package org.sightline.testkit.postgres;

import org.jspecify.annotations.NullMarked;
