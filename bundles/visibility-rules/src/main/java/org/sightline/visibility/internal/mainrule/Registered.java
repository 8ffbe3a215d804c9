package org.sightline.visibility.internal.mainrule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.spi.MainRule;
import org.sightline.visibility.MainRuleInfo;
import org.sightline.visibility.MainRuleInfo.State;
import org.sightline.visibility.internal.Rank;

/** A main rule's service with what was read from it when it came, and whether it has failed since. */
public final class Registered {

    final Rank rank;
    final MainRule rule;
    final String type;
    final Map<Locale, String> labels;
    final String parametersSchema;
    final String providedBy;
    private volatile @Nullable String failure;

    Registered(
            Rank rank,
            MainRule rule,
            String type,
            Map<Locale, String> labels,
            String parametersSchema,
            String providedBy) {
        this.rank = rank;
        this.rule = rule;
        this.type = type;
        this.labels = Map.copyOf(labels);
        this.parametersSchema = Objects.requireNonNull(parametersSchema, "no schema of parameters");
        this.providedBy = providedBy;
    }

    /** Whether it is one of the four that come with the server, which look at nothing but departments and units. */
    public boolean isBuiltIn() {
        return rule instanceof Everyone
                || rule instanceof OwnUnit
                || rule instanceof OwnDepartment
                || rule instanceof Nobody;
    }

    /** Puts the rule aside until its service is replaced. */
    void quarantine(String why) {
        failure = why;
    }

    /** The same service under another rank; what is put aside stays so. */
    Registered ranked(Rank newRank) {
        Registered moved = new Registered(newRank, rule, type, labels, parametersSchema, providedBy);
        moved.failure = failure;
        return moved;
    }

    /** Why the rule is put aside; null while it is not. */
    @Nullable
    String failure() {
        return failure;
    }

    /**
     * Describes it.
     *
     * @param first whether nobody of the same type ranks higher
     */
    MainRuleInfo describe(boolean first, List<TenantKey> usedBy) {
        String why = failure;
        if (why != null) {
            return describe(State.QUARANTINED, "it " + why + "; `nobody` serves until its bundle is replaced", usedBy);
        }
        return first
                ? describe(State.SERVING, "", usedBy)
                : describe(State.OUTRANKED, "another one of this type has a higher service ranking", usedBy);
    }

    private MainRuleInfo describe(State state, String detail, List<TenantKey> usedBy) {
        return new MainRuleInfo(type, labels, parametersSchema, providedBy, state, detail, usedBy);
    }
}
