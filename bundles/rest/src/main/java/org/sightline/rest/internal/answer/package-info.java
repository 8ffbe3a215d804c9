/** Requests and answers as the resources see them. */
@NullMarked
package org.sightline.rest.internal.answer;

import org.jspecify.annotations.NullMarked;
