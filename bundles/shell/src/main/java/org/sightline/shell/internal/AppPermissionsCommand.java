package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.AppPermissions;
import org.sightline.apps.PermissionFilter;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.Permission;
import org.sightline.apps.model.PermissionLevel;
import org.sightline.json.AppPermissionJson;
import org.sightline.json.PageJson;
import org.sightline.shell.internal.text.AppPermissionText;

/** Lists the permissions that apps can ask for. */
@Service
@Command(scope = "sightline", name = "app-permissions", description = "List the permissions that apps can ask for")
public final class AppPermissionsCommand extends SightlineCommand {

    @Argument(name = "q", description = "A part of the name or of the text")
    @Nullable
    String words;

    @Option(name = "--category", description = "Only this category, such as contacts")
    @Nullable
    String category;

    @Option(name = "--level", description = "Only this level: non_sensitive or advanced")
    @Completion(
            value = StringsCompleter.class,
            values = {"non_sensitive", "advanced"})
    @Nullable
    String level;

    @Option(name = "--identity", description = "Only those that exist for this identity: app or user")
    @Completion(
            value = StringsCompleter.class,
            values = {"app", "user"})
    @Nullable
    String identity;

    @Option(name = "--language", description = "The language of the texts: en, ja or zh")
    @Completion(
            value = StringsCompleter.class,
            values = {"en", "ja", "zh"})
    String language = "en";

    @Reference(optional = true)
    @Nullable
    AppPermissions permissions;

    @Override
    void run(PrintStream out) {
        Locale reader = Locale.forLanguageTag(language);
        PermissionFilter filter = new PermissionFilter(
                category,
                word("/level", level, PermissionLevel::ofKey, "must be `non_sensitive` or `advanced`"),
                word("/identity", identity, Identity::ofKey, "must be `app` or `user`"),
                words);
        List<Permission> wanted = on(permissions, "app-permissions").list().stream()
                .filter(permission -> filter.matches(permission, reader))
                .toList();
        if (json) {
            printJson(
                    out,
                    PageJson.whole(wanted.stream()
                            .map(permission -> AppPermissionJson.of(permission, reader))
                            .toList()));
        } else {
            AppPermissionText.print(out, wanted, reader);
        }
    }

    private static <T> @Nullable T word(
            String pointer, @Nullable String text, Function<String, Optional<T>> ofKey, String otherwise) {
        return text == null
                ? null
                : id(pointer, () -> ofKey.apply(text).orElseThrow(() -> new IllegalArgumentException(otherwise)));
    }
}
