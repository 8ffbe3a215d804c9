package org.sightline.visibility.model;

import java.time.Instant;

/**
 * A candidate main rule that decides nothing and is only compared with the one that does (docs/concepts.md, "Shadow").
 *
 * @param candidate the main rule that might be chosen
 * @param since     when comparing began, to the microsecond
 */
public record Shadow(MainRuleChoice candidate, Instant since) {}
