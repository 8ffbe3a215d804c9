/** The resource of the contacts: an organisation as one of its members sees it. */
@NullMarked
package org.sightline.rest.internal.contacts;

import org.jspecify.annotations.NullMarked;
