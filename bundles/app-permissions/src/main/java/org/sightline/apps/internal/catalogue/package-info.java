/** The permissions apps can ask for, and where they come from: files of ours, a file of the operator's, bundles. */
@NullMarked
package org.sightline.apps.internal.catalogue;

import org.jspecify.annotations.NullMarked;
