package org.sightline.itests.server;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.sightline.testkit.postgres.InstalledPostgres;

/**
 * Skips the tests that an ordinary run repeats on PostgreSQL where PostgreSQL is not installed, unless the environment
 * says that it is required. Found by JUnit itself; the property that it goes by is set for that repetition only.
 */
public final class PostgresWhereInstalled implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean isOptional = Boolean.getBoolean("itests.database.optional");
        if (!isOptional || InstalledPostgres.isRequired()) {
            return ConditionEvaluationResult.enabled("to be run on whatever database is configured");
        }
        return InstalledPostgres.programs().isPresent()
                ? ConditionEvaluationResult.enabled("PostgreSQL is installed")
                : ConditionEvaluationResult.disabled(InstalledPostgres.MISSING);
    }
}
