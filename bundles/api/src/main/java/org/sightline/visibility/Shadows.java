package org.sightline.visibility;

import org.osgi.annotation.versioning.ProviderType;
import org.sightline.audit.Actor;
import org.sightline.directory.Committed;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Shadow;

/**
 * Candidate main rules that are compared with the ones in force on live questions, and never change an answer
 * (docs/concepts.md, "Shadow").
 */
@ProviderType
public interface Shadows {

    /**
     * Has a candidate compared from now on; the same one as before goes on with its counts.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found} for an unknown tenant; {@code invalid} and
     *     {@code no_unit_exists}, with pointers below {@code /main_rule}, for a choice that a policy could not make
     */
    Committed<Shadow> put(TenantKey tenant, Actor actor, MainRuleChoice candidate);

    /**
     * Has no candidate compared any more.
     *
     * @return what was compared
     * @throws org.sightline.problem.ProblemException {@code not_found} when nothing is compared, or for an unknown tenant
     */
    Committed<Shadow> remove(TenantKey tenant, Actor actor);

    /**
     * Returns what comparing has shown so far, on all servers.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found} when nothing is compared
     */
    ShadowReport report(TenantSnapshot state);
}
