/** Main rules: the four that come with the server, those of vendors, and how they are kept from doing harm. */
@NullMarked
package org.sightline.visibility.internal.mainrule;

import org.jspecify.annotations.NullMarked;
