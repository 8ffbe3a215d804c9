/** Contacts, chats, blocks and finding by phone number, decided over the two sides' present states. */
@NullMarked
package org.sightline.communication.internal;

import org.jspecify.annotations.NullMarked;
