package org.sightline.spi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.visibility.model.MainRuleChoice;

/**
 * A type of main rule: what a viewer sees when no supplementary rule decides (docs/concepts.md, "Main rules").
 *
 * <p>Register an implementation as an OSGi service. It is called off the request path and under a time limit; one
 * that throws or overruns is quarantined and its tenants fall back to {@code nobody}. It must be deterministic: the
 * same choice over the same directory gives the same sight. It must not keep the directory after returning the sight.
 * Status and "everybody sees themself" are the server's business, not the rule's.
 */
@ConsumerType
public interface MainRule {

    /** Returns the type's id, as policies name it, such as {@code own_city}; out of {@code a-z 0-9 _ . -}, at most 64. */
    String type();

    /** Returns the type's name for people, by language; English is expected to be among them. */
    Map<Locale, String> labels();

    /** Returns a JSON Schema of the {@code params} a policy may give; the default allows none. */
    default String parametersSchema() {
        return "{\"type\":\"object\",\"additionalProperties\":false}";
    }

    /**
     * Checks a choice before it is saved; the default accepts a choice without parameters and without unit types.
     *
     * @return what is wrong, empty when the choice can be saved
     */
    default List<ParameterFault> check(MainRuleChoice choice, DirectorySnapshot directory) {
        if (!choice.parameters().isEmpty()) {
            return List.of(new ParameterFault("/params", "invalid", "`" + type() + "` takes no parameters"));
        }
        if (!choice.unitTypes().isEmpty()) {
            return List.of(new ParameterFault("/unit_types", "invalid", "`" + type() + "` takes no unit types"));
        }
        return List.of();
    }

    /** Computes who sees whom under the choice, in whichever form of {@link Sight} fits best. */
    Sight sight(MainRuleChoice choice, DirectorySnapshot directory);
}
