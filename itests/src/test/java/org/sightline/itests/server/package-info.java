/** The assembled server as a process: unpacked, started, stopped, killed, asked over ssh. */
package org.sightline.itests.server;
