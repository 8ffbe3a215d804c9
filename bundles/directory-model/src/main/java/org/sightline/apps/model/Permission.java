package org.sightline.apps.model;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A permission that apps can ask for, as the catalogue has it (docs/concepts.md, "Permissions").
 *
 * @param name              unique in the catalogue
 * @param texts             what it allows, for people, by language; English at least
 * @param category          what it is about, such as {@code contacts}
 * @param specificSensitive whether it opens contacts or messages
 * @param identities        the identities it exists for, one at least
 */
public record Permission(
        PermissionName name,
        Map<Locale, String> texts,
        String category,
        boolean specificSensitive,
        Map<Identity, PermissionUse> identities) {

    /**
     * Takes copies of the maps.
     *
     * @throws IllegalArgumentException when there is no English text, no category or no identity
     */
    public Permission {
        texts = Map.copyOf(texts);
        identities = identities.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(identities));
        if (!texts.containsKey(Locale.ENGLISH)) {
            throw new IllegalArgumentException("permission `" + name + "` has no text in English");
        }
        if (category.isBlank()) {
            throw new IllegalArgumentException("permission `" + name + "` has no category");
        }
        if (identities.isEmpty()) {
            throw new IllegalArgumentException("permission `" + name + "` exists for no identity");
        }
    }

    /** Returns what the catalogue says for an identity; empty when the permission does not exist for it. */
    public Optional<PermissionUse> use(Identity identity) {
        return Optional.ofNullable(identities.get(identity));
    }

    /** Returns the text in a reader's language, else in English. */
    public String text(Locale reader) {
        String exact = texts.get(reader);
        if (exact != null) {
            return exact;
        }
        String english = texts.getOrDefault(Locale.ENGLISH, name.value());
        return texts.getOrDefault(Locale.forLanguageTag(reader.getLanguage()), english);
    }
}
