/** By which channels tenants want their cards. */
@NullMarked
package org.sightline.notifications.internal.choice;

import org.jspecify.annotations.NullMarked;
