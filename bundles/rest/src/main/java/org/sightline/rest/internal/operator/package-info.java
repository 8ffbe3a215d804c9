/** Tenants, sessions, and what only the operator sees. */
@NullMarked
package org.sightline.rest.internal.operator;

import org.jspecify.annotations.NullMarked;
