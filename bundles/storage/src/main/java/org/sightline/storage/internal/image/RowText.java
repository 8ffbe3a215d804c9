package org.sightline.storage.internal.image;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as lines of JSON: an array of values in the order of the columns' names. The same row always gives the same line. */
final class RowText {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .rootValueSeparator((String) null)
            .streamReadConstraints(StreamReadConstraints.builder()
                    // Texts are our own, and an audit entry may hold a whole policy.
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxDocumentLength(Long.MAX_VALUE)
                    .build())
            .enable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final List<Column> columns;
    private final @Nullable Object[] values;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private final JsonGenerator generator;

    RowText(Table table) throws IOException {
        this.columns = table.columns();
        this.values = new Object[columns.size()];
        this.generator = JSON.createGenerator(line);
    }

    static JsonParser parser(InputStream content) throws IOException {
        return JSON.createParser(content);
    }

    /** Reads the names of columns that a table's lines begin with. */
    static List<String> names(JsonParser parser) throws IOException {
        List<String> names = new ArrayList<>();
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new IOException("a table does not begin with the names of its columns");
        }
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            names.add(parser.getText());
        }
        return names;
    }

    /** Takes the row that a result stands at. */
    void take(ResultSet row) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            values[at] = columns.get(at).read(row, at + 1);
        }
    }

    /** Takes the next row of a file; false at the end. */
    boolean take(JsonParser parser) throws IOException {
        JsonToken begin = parser.nextToken();
        if (begin == null) {
            return false;
        }
        if (begin != JsonToken.START_ARRAY) {
            throw new IOException("a row is " + begin);
        }
        for (int at = 0; at < values.length; at++) {
            parser.nextToken();
            values[at] = columns.get(at).read(parser);
        }
        if (parser.nextToken() != JsonToken.END_ARRAY) {
            throw new IOException("a row has too many values");
        }
        return true;
    }

    /** Returns the row as a line without its end. */
    byte[] line() throws IOException {
        line.reset();
        generator.writeStartArray();
        for (int at = 0; at < values.length; at++) {
            columns.get(at).write(values[at], generator);
        }
        generator.writeEndArray();
        generator.flush();
        return line.toByteArray();
    }

    /** Fills the parameters of an insert. */
    void give(PreparedStatement insert) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            columns.get(at).write(values[at], insert, at + 1);
        }
    }
}
