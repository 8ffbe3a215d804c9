package org.sightline.storage.internal.image;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * A column and how its values go into a file and back.
 *
 * @param name in lower case
 */
record Column(String name, Kind kind) {

    /** What sort of values there are; both databases mean the same by them. */
    enum Kind {
        TEXT(Types.VARCHAR) {
            @Override
            Object read(ResultSet row, int at) throws SQLException {
                return row.getString(at);
            }

            @Override
            Object read(JsonParser parser) throws IOException {
                expect(parser, JsonToken.VALUE_STRING);
                return parser.getText();
            }

            @Override
            void write(Object value, JsonGenerator generator) throws IOException {
                generator.writeString((String) value);
            }
        },
        NUMBER(Types.BIGINT) {
            @Override
            Object read(ResultSet row, int at) throws SQLException {
                return row.getLong(at);
            }

            @Override
            Object read(JsonParser parser) throws IOException {
                expect(parser, JsonToken.VALUE_NUMBER_INT);
                return parser.getLongValue();
            }

            @Override
            void write(Object value, JsonGenerator generator) throws IOException {
                generator.writeNumber((Long) value);
            }
        },
        FLAG(Types.BOOLEAN) {
            @Override
            Object read(ResultSet row, int at) throws SQLException {
                return row.getBoolean(at);
            }

            @Override
            Object read(JsonParser parser) throws IOException {
                if (parser.currentToken() != JsonToken.VALUE_TRUE) {
                    expect(parser, JsonToken.VALUE_FALSE);
                }
                return parser.getBooleanValue();
            }

            @Override
            void write(Object value, JsonGenerator generator) throws IOException {
                generator.writeBoolean((Boolean) value);
            }
        };

        private final int sqlType;

        Kind(int sqlType) {
            this.sqlType = sqlType;
        }

        abstract Object read(ResultSet row, int at) throws SQLException;

        abstract Object read(JsonParser parser) throws IOException;

        abstract void write(Object value, JsonGenerator generator) throws IOException;

        static void expect(JsonParser parser, JsonToken token) throws IOException {
            if (parser.currentToken() != token) {
                throw new IOException("a row holds " + parser.currentToken() + " where " + token + " belongs");
            }
        }
    }

    /**
     * Returns a column.
     *
     * @param sqlType of {@link Types}
     * @throws IllegalStateException for a type that no image has been taught
     */
    static Column of(String table, String name, int sqlType) {
        Kind kind =
                switch (sqlType) {
                    case Types.VARCHAR, Types.CHAR, Types.CLOB, Types.LONGVARCHAR -> Kind.TEXT;
                    case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> Kind.NUMBER;
                    case Types.BOOLEAN, Types.BIT -> Kind.FLAG;
                    default ->
                        throw new IllegalStateException("the column " + table + "." + name + " has the SQL type "
                                + sqlType + ", which images of the store do not know; teach it to Column");
                };
        return new Column(name, kind);
    }

    @Nullable
    Object read(ResultSet row, int at) throws SQLException {
        Object value = kind.read(row, at);
        return row.wasNull() ? null : value;
    }

    @Nullable
    Object read(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : kind.read(parser);
    }

    void write(@Nullable Object value, JsonGenerator generator) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else {
            kind.write(value, generator);
        }
    }

    void write(@Nullable Object value, PreparedStatement statement, int at) throws SQLException {
        if (value == null) {
            statement.setNull(at, kind.sqlType);
        } else if (value instanceof String text) {
            statement.setString(at, text);
        } else if (value instanceof Boolean flag) {
            statement.setBoolean(at, flag);
        } else {
            statement.setLong(at, (Long) value);
        }
    }
}
