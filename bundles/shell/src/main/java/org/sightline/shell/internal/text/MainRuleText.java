package org.sightline.shell.internal.text;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.sightline.directory.model.TenantKey;
import org.sightline.visibility.MainRuleInfo;

/** Main rules as a table. */
public final class MainRuleText {

    /** So many tenants are named in a cell. */
    private static final int MOST_TENANTS = 5;

    private MainRuleText() {}

    /** Prints a line for each registered or missing main rule. */
    public static void print(PrintStream out, List<MainRuleInfo> rules) {
        TextTable table =
                new TextTable("No main rule is registered.", "type", "state", "provided_by", "used_by", "detail");
        for (MainRuleInfo rule : rules) {
            table.row(rule.type(), rule.state(), rule.providedBy(), tenants(rule.usedBy()), rule.detail());
        }
        table.print(out);
    }

    private static String tenants(List<TenantKey> tenants) {
        String shown =
                tenants.stream().limit(MOST_TENANTS).map(TenantKey::value).collect(Collectors.joining(", "));
        return tenants.size() > MOST_TENANTS ? shown + ", ... (" + tenants.size() + ")" : shown;
    }
}
