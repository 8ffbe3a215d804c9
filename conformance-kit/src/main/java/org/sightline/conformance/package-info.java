/**
 * The contracts of the doors for vendors as JUnit tests to extend (docs/vendors.md, "The conformance kit"), and
 * organisations to try plug-ins on.
 */
@NullMarked
package org.sightline.conformance;

import org.jspecify.annotations.NullMarked;
