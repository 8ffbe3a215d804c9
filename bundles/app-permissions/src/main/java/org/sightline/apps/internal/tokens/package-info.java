/** Tokens of apps: who gets them, what they open at this moment, and when they end. */
@NullMarked
package org.sightline.apps.internal.tokens;

import org.jspecify.annotations.NullMarked;
