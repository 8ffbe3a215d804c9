package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.json.MainRuleJson;
import org.sightline.json.PageJson;
import org.sightline.shell.internal.text.MainRuleText;
import org.sightline.visibility.MainRuleInfo;
import org.sightline.visibility.MainRules;

/** Lists the main rules: from which bundle, in what state, used by whom. */
@Service
@Command(
        scope = "sightline",
        name = "main-rule-list",
        description = "List the main rules: from which bundle, in what state, used by which tenants")
public final class MainRuleListCommand extends SightlineCommand {

    @Reference(optional = true)
    @Nullable
    MainRules mainRules;

    @Override
    void run(PrintStream out) {
        List<MainRuleInfo> all = on(mainRules, "visibility-rules").list();
        if (json) {
            printJson(
                    out,
                    PageJson.whole(all.stream()
                            .map(info -> MainRuleJson.forOperator(info, Locale.ENGLISH))
                            .toList()));
        } else {
            MainRuleText.print(out, all);
        }
    }
}
