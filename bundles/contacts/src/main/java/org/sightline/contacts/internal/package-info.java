/** The service, and what it keeps for each tenant. */
@NullMarked
package org.sightline.contacts.internal;

import org.jspecify.annotations.NullMarked;
