/** How answers look on a console, in plain classes that know no command. */
@NullMarked
package org.sightline.shell.internal.text;

import org.jspecify.annotations.NullMarked;
