/** The words of visibility: policy, rule sets, rules, and the choice of a main rule. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.visibility.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
