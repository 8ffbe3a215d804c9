/** The resources of apps: what they can ask for, who they are, and what a tenant's administrators decide. */
@NullMarked
package org.sightline.rest.internal.apps;

import org.jspecify.annotations.NullMarked;
