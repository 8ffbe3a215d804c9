/** The search: an index of words made in the background, and what has changed since looked through one by one. */
@NullMarked
package org.sightline.contacts.internal.search;

import org.jspecify.annotations.NullMarked;
