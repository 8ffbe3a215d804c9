package org.sightline.visibility.internal.mainrule;

import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.spi.MainRule;
import org.sightline.spi.Sight;
import org.sightline.visibility.model.MainRuleChoice;

/** A viewer sees the departments they are directly in, with all below them (docs/concepts.md, "Main rules"). */
@Component
public final class OwnDepartment implements MainRule {

    @Override
    public String type() {
        return "own_department";
    }

    @Override
    public Map<Locale, String> labels() {
        return Map.of(
                Locale.ENGLISH,
                "Own department",
                Locale.JAPANESE,
                "所属部署のメンバーのみを表示可能",
                Locale.GERMAN,
                "Eigene Abteilung");
    }

    @Override
    public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) {
        return new Sight.ByDepartments(new PlacementSight.Source(directory, departments -> departments, type()));
    }
}
