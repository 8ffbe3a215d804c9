/** The {@code sightline:} commands of Karaf's console: each asks a service and hands the answer to a text or JSON form. */
@NullMarked
package org.sightline.shell.internal;

import org.jspecify.annotations.NullMarked;
