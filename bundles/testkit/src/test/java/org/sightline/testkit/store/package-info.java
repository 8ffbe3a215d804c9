/** The stores in memory keep the contract of all stores. */
@NullMarked
package org.sightline.testkit.store;

import org.jspecify.annotations.NullMarked;
