/** The notification channel "file". */
@NullMarked
package org.sightline.filechannel.internal;

import org.jspecify.annotations.NullMarked;
