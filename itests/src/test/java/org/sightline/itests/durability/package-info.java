/** Kills the server, and its database, in the middle of work, and looks whether what was acknowledged is there. */
package org.sightline.itests.durability;
