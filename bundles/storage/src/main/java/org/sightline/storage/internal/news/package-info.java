/** What one server tells the others on the same database. */
@NullMarked
package org.sightline.storage.internal.news;

import org.jspecify.annotations.NullMarked;
