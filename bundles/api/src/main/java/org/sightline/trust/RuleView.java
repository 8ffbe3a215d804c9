package org.sightline.trust;

import org.sightline.trust.model.CollaborationRule;

/**
 * A collaboration rule and whether it does anything at the moment.
 *
 * @param rule         the rule
 * @param subjectValid whether any of its subjects is an active member whom we share
 * @param objectValid  whether any of its objects is an active member whom the partner shares
 */
public record RuleView(CollaborationRule rule, boolean subjectValid, boolean objectValid) {}
