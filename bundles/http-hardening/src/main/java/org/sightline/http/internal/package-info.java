/** Makes the HTTP server's own answers match those of the REST interface, also before that one is up. */
@NullMarked
package org.sightline.http.internal;

import org.jspecify.annotations.NullMarked;
