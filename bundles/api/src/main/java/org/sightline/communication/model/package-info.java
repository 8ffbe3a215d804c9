/** What members have with each other: contacts, private chats and blocks; values only. */
@Export
@Version("1.0.0")
@NullMarked
package org.sightline.communication.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
