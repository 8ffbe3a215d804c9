package org.sightline.visibility;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.directory.Move;
import org.sightline.directory.TenantSnapshot;
import org.sightline.visibility.model.VisibilityPolicy;

/** Tells exactly what a change would do to who sees whom, without making it (docs/concepts.md, "Preview"). */
@ProviderType
public interface Preview {

    /**
     * Compares the present policy with another one.
     *
     * @throws org.sightline.problem.ProblemException as {@link Policies#replace}, with pointers into the policy's JSON
     *     form; {@code limit_exceeded} when a main rule can only be asked pair by pair and there are too many members
     */
    PreviewResult ofPolicy(TenantSnapshot now, VisibilityPolicy proposed);

    /**
     * Compares the present places of members and departments with others.
     *
     * @throws org.sightline.problem.ProblemException as {@link org.sightline.directory.Rehearsal#after};
     *     {@code limit_exceeded} as {@link #ofPolicy}
     */
    PreviewResult ofMoves(TenantSnapshot now, List<Move> moves);
}
