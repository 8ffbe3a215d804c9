package org.sightline.apps.internal.catalogue;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sightline.apps.internal.catalogue.Table.Line;
import org.sightline.apps.model.Approval;
import org.sightline.apps.model.ApprovalRules;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.Permission;
import org.sightline.apps.model.PermissionLevel;
import org.sightline.apps.model.PermissionName;
import org.sightline.apps.model.PermissionUse;

/** What the line of a permission says beside its texts; the same in the server's own file and in the operator's. */
final class PermissionLine {

    /** The columns it reads. */
    static final List<String> COLUMNS = List.of("name", "category", "mark", "app", "user");

    /** Stands for nothing. */
    static final String NONE = "-";

    private static final String MARK = "specific_sensitive";
    private static final String RECOMMENDED = "/";

    private PermissionLine() {}

    /**
     * Returns the permission.
     *
     * @throws IllegalArgumentException when a word is unknown, naming the line
     */
    static Permission read(Line line, Map<Locale, String> texts) {
        String mark = line.text("mark");
        if (!mark.equals(MARK) && !mark.equals(NONE)) {
            throw line.wrong("the mark must be `" + MARK + "` or `" + NONE + "`, not `" + mark + "`");
        }
        boolean marked = mark.equals(MARK);
        Map<Identity, PermissionUse> uses = new EnumMap<>(Identity.class);
        for (Identity identity : Identity.values()) {
            String cell = line.text(identity.key());
            if (!cell.equals(NONE)) {
                uses.put(identity, use(line, cell, identity, marked));
            }
        }
        try {
            return new Permission(new PermissionName(line.text("name")), texts, line.text("category"), marked, uses);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    line.wrong(String.valueOf(e.getMessage())).getMessage(), e);
        }
    }

    /** A level, and behind a slash what is recommended where it is not what the recommended table says. */
    private static PermissionUse use(Line line, String cell, Identity identity, boolean marked) {
        int slash = cell.indexOf(RECOMMENDED);
        String word = slash < 0 ? cell : cell.substring(0, slash);
        PermissionLevel level = PermissionLevel.ofKey(word)
                .orElseThrow(
                        () -> line.wrong("the level must be `non_sensitive`, `advanced` or `-`, not `" + word + "`"));
        Approval recommended = slash < 0
                ? ApprovalRules.RECOMMENDED.byTable(level, identity, marked)
                : Approval.ofKey(cell.substring(slash + 1))
                        .orElseThrow(() -> line.wrong("behind the slash must stand `auto` or `review`"));
        return new PermissionUse(level, recommended);
    }
}
