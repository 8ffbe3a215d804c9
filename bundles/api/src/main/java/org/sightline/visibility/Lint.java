package org.sightline.visibility;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.directory.TenantSnapshot;

/** Finds supplementary rules that do nothing, or less than they seem to (docs/concepts.md, "Lint"). */
@ProviderType
public interface Lint {

    /** Returns what was found in a policy at exactly this revision, in the order of the policy's rules. */
    List<LintFinding> check(TenantSnapshot snapshot);
}
