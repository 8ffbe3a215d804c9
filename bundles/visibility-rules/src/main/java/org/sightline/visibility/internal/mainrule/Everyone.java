package org.sightline.visibility.internal.mainrule;

import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.spi.MainRule;
import org.sightline.spi.Sight;
import org.sightline.visibility.model.MainRuleChoice;

/** Everybody sees everything (docs/concepts.md, "Main rules"). */
@Component
public final class Everyone implements MainRule {

    private static final int[] ROOT = {0};

    @Override
    public String type() {
        return "everyone";
    }

    @Override
    public Map<Locale, String> labels() {
        return Map.of(Locale.ENGLISH, "Everyone", Locale.JAPANESE, "全員を表示可能", Locale.GERMAN, "Alle sehen alle");
    }

    @Override
    public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) {
        return new Sight.ByDepartments(new PlacementSight.Source(directory, departments -> ROOT, type()));
    }
}
