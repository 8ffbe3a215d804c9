package org.sightline.rest.internal.answer;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Locale;
import java.util.function.Supplier;

/** In which language a request wants texts for people (docs/api.md, "Languages"). */
public final class Reader {

    private static final Locale ANY = Locale.forLanguageTag("*");

    private Reader() {}

    /**
     * Returns the language the request asks for by {@code Accept-Language}.
     *
     * @param otherwise gives the language of a request that asks for none
     */
    public static Locale of(ContainerRequestContext request, Supplier<Locale> otherwise) {
        return request.getAcceptableLanguages().stream()
                .filter(language -> !language.equals(ANY))
                .findFirst()
                .orElseGet(otherwise);
    }
}
