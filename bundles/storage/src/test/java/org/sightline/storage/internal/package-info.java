/** The database stores keep the contract of all stores. */
@NullMarked
package org.sightline.storage.internal;

import org.jspecify.annotations.NullMarked;
