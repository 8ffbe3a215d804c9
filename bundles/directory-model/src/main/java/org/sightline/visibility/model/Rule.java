package org.sightline.visibility.model;

import org.jspecify.annotations.Nullable;

/**
 * A supplementary rule: subjects see, or do not see, objects (docs/concepts.md, "Supplementary rules").
 *
 * @param id       unique in the policy
 * @param name     for people; null when nobody named it
 * @param subjects the viewers it is about
 * @param objects  what they see or do not see
 * @param effect   which of the two
 */
public record Rule(RuleId id, @Nullable String name, Subjects subjects, Targets objects, Effect effect) {}
