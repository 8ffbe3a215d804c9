package org.sightline.visibility.internal.mainrule;

import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.spi.MainRule;
import org.sightline.spi.Sight;
import org.sightline.visibility.model.MainRuleChoice;

/** Nobody sees anything (docs/concepts.md, "Main rules"). */
@Component
public final class Nobody implements MainRule {

    private static final int[] NOTHING = {};

    @Override
    public String type() {
        return "nobody";
    }

    @Override
    public Map<Locale, String> labels() {
        return Map.of(Locale.ENGLISH, "Nobody", Locale.JAPANESE, "全員を表示不可", Locale.GERMAN, "Niemand sieht jemanden");
    }

    @Override
    public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) {
        return new Sight.ByDepartments(new PlacementSight.Source(directory, departments -> NOTHING, type()));
    }
}
