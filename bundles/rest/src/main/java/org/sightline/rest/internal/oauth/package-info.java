/** The endpoints of OAuth 2.0, beside the REST interface: what is said there is said in the words of its RFCs. */
@NullMarked
package org.sightline.rest.internal.oauth;

import org.jspecify.annotations.NullMarked;
