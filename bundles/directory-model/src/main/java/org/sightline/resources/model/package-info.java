/** The words of documents and bases: what they are and whose. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.resources.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
