package org.sightline.rest.internal.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sightline.json.Json;
import org.sightline.json.ProblemJson;

/** The JSON forms as schemas, named after the forms without their ending. */
final class Schemas {

    private static final String FORM = "Json";

    private final ModelConverters converters = new ModelConverters(true);
    private final Map<String, Schema<?>> known = new TreeMap<>();

    Schemas() {
        converters.addConverter(new ModelResolver(Json.mapper()).openapi31(true));
        reference(ProblemJson.class);
    }

    /** Returns all schemas that were referred to. */
    Map<String, Schema<?>> known() {
        return known;
    }

    /** Returns a reference to a form's schema. */
    Schema<?> reference(Class<?> form) {
        if (form == String.class) {
            return string();
        }
        ResolvedSchema resolved = converters.resolveAsResolvedSchema(new AnnotatedType(form).resolveAsRef(true));
        resolved.referencedSchemas.forEach((name, schema) -> known.put(name, schema));
        return resolved.schema;
    }

    /** Returns a reference to the schema of a page of a form. */
    Schema<?> page(Class<?> form) {
        Schema<?> item = reference(form);
        String name = form.getSimpleName().replace(FORM, "") + "Page";
        Schema<?> page = object().addProperty(
                        "items", new ArraySchema().items(item).types(Set.of("array")))
                .addProperty("has_more", new JsonSchema().types(Set.of("boolean")))
                .addProperty("page_token", string().description("asks for the next page; absent on the last one"));
        page.addRequiredItem("items");
        page.addRequiredItem("has_more");
        known.put(name, page);
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    /** Returns the schema of a merge patch of a form. */
    Schema<?> patch(Class<?> form) {
        reference(form);
        return object().description(
                        "Members of `" + form.getSimpleName() + "` that change; null takes one away (RFC 7396)");
    }

    static Schema<?> string() {
        return new JsonSchema().types(Set.of("string"));
    }

    static Schema<?> number() {
        return new JsonSchema().types(Set.of("integer"));
    }

    static Schema<?> bool() {
        return new JsonSchema().types(Set.of("boolean"));
    }

    static Schema<?> object() {
        return new JsonSchema().types(Set.of("object"));
    }
}
