/** Who may see whom: policy, decision, explanation. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.visibility;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
