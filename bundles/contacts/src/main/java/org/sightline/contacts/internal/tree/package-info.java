/** The contacts tree as one member sees it. */
@NullMarked
package org.sightline.contacts.internal.tree;

import org.jspecify.annotations.NullMarked;
