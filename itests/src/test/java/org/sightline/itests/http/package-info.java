/** A client for tests: short to write, and every answer is held against the server's own OpenAPI document. */
package org.sightline.itests.http;
