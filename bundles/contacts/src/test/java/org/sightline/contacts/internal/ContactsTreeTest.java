package org.sightline.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.contacts.ContactsView;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.testkit.world.ContactsRandom;
import org.sightline.testkit.world.RandomWorlds;

/** Random worlds: every list below every department, in pieces of any size, is what the slow and simple tree says. */
class ContactsTreeTest {

    private static final int WORLDS = 60;

    @Test
    void treesCountsAndProfilesAreEqual() {
        int compared = 0;
        for (long seed = 1; seed <= WORLDS; seed++) {
            TenantState world = ContactsRandom.dressed(RandomWorlds.world(seed, 18), seed);
            ShownWorld shown = new ShownWorld(world);
            for (int viewer = 0; viewer < shown.directory.memberCount(); viewer++) {
                compared += compare(shown, world, viewer, seed);
            }
        }
        assertThat(compared).isGreaterThan(WORLDS * 18);
    }

    private static int compare(ShownWorld shown, TenantState world, int viewer, long seed) {
        UserId viewerId = shown.directory.member(viewer).id();
        ContactsView view = shown.view(viewer);
        int compared = 0;
        for (Department department : world.departments()) {
            DepartmentId id = department.id();
            int number = shown.directory.departmentNumber(id);
            assertThat(view.showsDepartment(number))
                    .as("seed %s, %s looks at %s", seed, viewerId, id)
                    .isEqualTo(shown.tree.shows(viewerId, id));
            if (!view.showsDepartment(number)) {
                continue;
            }
            List<String> expected = shown.tree.children(viewerId, id);
            assertThat(shown.children(viewer, number, 1 + compared % 7))
                    .as("seed %s, %s below %s", seed, viewerId, id)
                    .isEqualTo(expected);
            assertThat(view.memberCount(number))
                    .as("seed %s, %s counts %s", seed, viewerId, id)
                    .isEqualTo(shown.tree.memberCount(viewerId, id));
            compared++;
        }
        return compared;
    }
}
