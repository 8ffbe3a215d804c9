package org.sightline.organisations.internal;

import static org.sightline.organisations.internal.RuleDraft.rule;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sightline.directory.model.Condition;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.visibility.model.DisplayOrder;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.VisibilityPolicy;

/** Nordwind Logistik: people see the subsidiary they belong to, with exceptions. */
final class Nordwind {

    private static final String DEPARTMENTS = """
            direction Geschäftsführung
            personnel Personal & Kultur
            north Nordwind Norden
              hamburg Hafen Hamburg
                quay Kai
                  cranes Kräne
                    crane-1 Kran Eins
                      crew-early Frühschicht
                        crew-early-a Gruppe A
                          trainees Auszubildende
                      crew-late Spätschicht
              customs Zoll
            south Nordwind Süd
              zurich Büro Zürich
              lisboa Escritório Lisboa
                armazem Armazém
                  frio Câmara fria
            east Nordwind Изток
              sofia Офис София
                fleet Автопарк
                  drivers Шофьори
              hanoi Văn phòng Hà Nội
            gulf نوردويند الخليج
              cairo مكتب القاهرة
            india नॉर्डविंड इंडिया
              pune पुणे कार्यालय
                help-desk सहायता केंद्र
            it IT
              operations Betrieb
              security Sicherheit
            """;

    private Nordwind() {}

    static Organisation organisation() {
        DirectoryDraft directory = new DirectoryDraft("nordwind.example", 2_002, DEPARTMENTS);
        Member administrator =
                directory.person("zoe.weiss", "Zoë Weiß", "Zoe Weiss", "Head of People", "Hamburg", "personnel");
        Member driver = directory.person("boris.ivanov", "Борис Иванов", "Boris Ivanov", "Driver", "Sofia", "drivers");
        Member harbour = directory.person(
                "kaethe.jaeger", "Käthe Jäger", "Kaethe Jaeger", "Harbour Master", "Hamburg", "hamburg", "customs");
        directory.person("ines.simoes", "Inês Simões", "Ines Simoes", "Director", "Lisboa", "direction", "south");
        directory.fill();

        return new Organisation(
                new Tenant(
                        new TenantKey("nordwind"),
                        "Nordwind Logistik",
                        Plan.ENTERPRISE,
                        ZoneId.of("Europe/Berlin"),
                        null,
                        Locale.GERMAN,
                        true),
                administrator,
                directory.lines(groups(harbour), units()),
                policy(),
                driver.id(),
                harbour.id());
    }

    private static List<Group> groups(Member harbour) {
        return List.of(
                new Group(
                        new GroupId("dispatch"),
                        "Disposition",
                        List.of(harbour.id()),
                        List.of(new DepartmentId("fleet"), new DepartmentId("customs")),
                        null),
                new Group(
                        new GroupId("night"),
                        "Nachtschicht",
                        List.of(),
                        List.of(),
                        Condition.parse("custom_fields.shift = \"night\" and not job_title starts with \"Intern\"")));
    }

    private static List<Unit> units() {
        return List.of(
                unit("nordwind-gmbh", "Nordwind GmbH", "subsidiary", "north", "direction", "personnel"),
                unit("nordwind-lda", "Nordwind Lda", "subsidiary", "lisboa"),
                unit("nordwind-ood", "Нордвинд ООД", "subsidiary", "east"),
                unit("overseas", "Übersee", "region", "gulf", "india"));
    }

    private static Unit unit(String id, String name, String type, String... departments) {
        return new Unit(
                new UnitId(id),
                name,
                type,
                List.of(departments).stream().map(DepartmentId::new).toList());
    }

    private static VisibilityPolicy policy() {
        RuleSet first = new RuleSet(List.of(
                rule("direction", "The direction is not shown", "department:0", Effect.HIDDEN, "department:direction"),
                rule(
                        "direction-itself",
                        "Except to itself and to personnel",
                        "department:direction department:personnel",
                        Effect.VISIBLE,
                        "department:direction")));
        RuleSet second = new RuleSet(List.of(
                rule("help", "Everybody sees the help desk", "department:0", Effect.VISIBLE, "department:help-desk"),
                rule(
                        "dispatch",
                        "Dispatch sees harbour and fleet",
                        "group:dispatch",
                        Effect.VISIBLE,
                        "department:hamburg department:fleet"),
                rule("trainees", "Trainees are left in peace", "department:0", Effect.HIDDEN, "department:trainees"),
                rule("trainees-quay", "Except by their quay", "department:quay", Effect.VISIBLE, "department:trainees"),
                rule("people", "Personnel sees everybody", "department:personnel", Effect.VISIBLE, "department:0")));
        return new VisibilityPolicy(
                new MainRuleChoice("own_unit", List.of("subsidiary"), Map.of()),
                List.of(first, second),
                DisplayOrder.MEMBERS_FIRST);
    }
}
