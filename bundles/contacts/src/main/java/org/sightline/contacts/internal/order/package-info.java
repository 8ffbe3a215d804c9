/** In which order names and whole departments stand. */
@NullMarked
package org.sightline.contacts.internal.order;

import org.jspecify.annotations.NullMarked;
