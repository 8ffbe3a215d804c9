/** One class for each table or group of tables: how values become rows and come back. */
@NullMarked
package org.sightline.storage.internal.tables;

import org.jspecify.annotations.NullMarked;
