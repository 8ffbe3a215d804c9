package org.sightline.trust.model;

import java.time.Instant;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;

/**
 * Which own members see which of the partner's shared ones (docs/concepts.md, "Collaboration rules").
 *
 * @param id        within the relation, on our side
 * @param createdAt rules are listed in this order, then by id
 * @param subjects  our own members, groups and departments
 * @param objects   the partner's members and departments
 */
public record CollaborationRule(RuleId id, Instant createdAt, Subjects subjects, Targets objects) {}
