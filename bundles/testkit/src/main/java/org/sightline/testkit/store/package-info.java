/** Stores in memory for tests, and the contract suites that every store passes. */
@NullMarked
package org.sightline.testkit.store;

import org.jspecify.annotations.NullMarked;
