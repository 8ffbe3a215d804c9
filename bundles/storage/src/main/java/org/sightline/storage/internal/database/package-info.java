/** Opening a database, keeping its schema up to date, transactions, and what differs between Derby and PostgreSQL. */
@NullMarked
package org.sightline.storage.internal.database;

import org.jspecify.annotations.NullMarked;
