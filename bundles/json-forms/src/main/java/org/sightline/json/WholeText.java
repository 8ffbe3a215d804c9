package org.sightline.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/** Reads a text and refuses one with half a character in it, which no UTF-8 could carry back to the caller. */
final class WholeText extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    WholeText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (!isWhole(text)) {
            return (String) context.handleWeirdStringValue(String.class, text, HALF);
        }
        return text;
    }

    /** Part of the message about half characters. */
    static final String HALF = "holds half a character (a surrogate without its partner)";

    /** Whether every surrogate has its partner. */
    static boolean isWhole(String text) {
        // Whole pairs come out of the stream as one code point above the surrogates.
        return text.codePoints().noneMatch(WholeText::isSurrogate);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
