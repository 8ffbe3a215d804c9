/** The contacts: an organisation as one of its members sees it, to browse and to search. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.contacts;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
