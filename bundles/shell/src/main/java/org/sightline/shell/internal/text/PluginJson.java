package org.sightline.shell.internal.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that a vendor put into the server.
 *
 * @param name    its symbolic name
 * @param version its version
 * @param state   {@code active} when it runs
 * @param offers  the services it offers through the doors for vendors
 * @param detail  what it waits for; absent when it waits for nothing
 */
public record PluginJson(
        String name,
        String version,
        String state,
        List<String> offers,
        @Nullable String detail) {}
