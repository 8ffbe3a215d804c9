/** Passwords, sessions, the operator's token, and the slowing down of whoever guesses. */
@NullMarked
package org.sightline.access.internal;

import org.jspecify.annotations.NullMarked;
