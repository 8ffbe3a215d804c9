/** The words of apps: what they may ask for, what they were granted, and how a tenant decides on it. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.apps.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
