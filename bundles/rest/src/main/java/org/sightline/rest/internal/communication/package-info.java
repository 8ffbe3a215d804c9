/** Chats, contacts, blocks and being found by phone number. */
@NullMarked
package org.sightline.rest.internal.communication;

import org.jspecify.annotations.NullMarked;
