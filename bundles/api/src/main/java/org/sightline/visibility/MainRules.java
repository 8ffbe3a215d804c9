package org.sightline.visibility;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The main rules that are registered, and those that are named by a policy but missing. */
@ProviderType
public interface MainRules {

    /** Returns them by type; of one type the serving one first. */
    List<MainRuleInfo> list();
}
