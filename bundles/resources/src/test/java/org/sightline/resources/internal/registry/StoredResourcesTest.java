package org.sightline.resources.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.resources.internal.Office.LILY;
import static org.sightline.resources.internal.Office.MAX;
import static org.sightline.resources.internal.Office.ZOE;
import static org.sightline.resources.internal.Office.forMember;
import static org.sightline.resources.internal.Office.itself;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.Caller;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.DataRange;
import org.sightline.apps.model.Identity;
import org.sightline.directory.Expectation;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.UserId;
import org.sightline.problem.ProblemException;
import org.sightline.resources.internal.Office;
import org.sightline.resources.model.Resource;
import org.sightline.resources.model.ResourceType;
import org.sightline.store.StateChange;

/** Whose a document is, and who may do what with it (docs/concepts.md, "Resources"). */
class StoredResourcesTest {

    private static final String WIDE = "drive:drive";
    private static final Caller.ByApp BOT = itself("bot", WIDE);
    private static final Caller.ByApp LILYS = forMember(LILY, "bot", WIDE);
    private static final Caller.ByApp MAXS = forMember(MAX, "other", WIDE);

    private final Office office = new Office();
    private final StoredResources resources =
            new StoredResources(office.tenants, office.resources, office, (java.time.InstantSource) office);

    @BeforeEach
    void registerApps() {
        office.app("bot", new DataRange(false, List.of(), List.of(MAX), List.of()));
        office.app("other", DataRange.NOBODY);
    }

    private Resource make(Caller.ByApp caller) {
        office.pass(Duration.ofSeconds(1));
        return resources.create(caller, ResourceType.BASE, " Orders ").value();
    }

    private List<Resource> seenBy(Caller.ByApp caller) {
        return resources.list(office.present(), caller, 0, 100);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(
                        refusal.problem().code())
                .isEqualTo(code));
    }

    @Test
    void aBaseMadeByTheBotIsTheBotsAndOneMadeForLilyIsLilys() {
        Resource bots = make(BOT);
        Resource lilys = make(LILYS);

        assertThat(bots.owner().kind()).isEqualTo(Identity.APP);
        assertThat(bots.owner().id()).isEqualTo("bot");
        assertThat(bots.title()).isEqualTo("Orders");
        assertThat(lilys.owner().kind()).isEqualTo(Identity.USER);
        assertThat(lilys.owner().id()).isEqualTo("lily");
        assertThat(seenBy(BOT)).containsExactly(bots);
        assertThat(seenBy(LILYS)).containsExactly(lilys);
        assertThat(seenBy(forMember(LILY, "other", WIDE)))
                .as("Lily's, whichever app calls for her")
                .containsExactly(lilys);
        assertThat(seenBy(MAXS)).isEmpty();
        refused("not_found", () -> resources.get(office.present(), BOT, lilys.id()));
        refused("not_found", () -> resources.get(office.present(), LILYS, bots.id()));
    }

    @Test
    void administratorsReadAndRenameButNeitherShareNorDelete() {
        Resource made = make(BOT);
        assertThat(resources.addAdministrator(BOT, made.id(), MAX).value().administrators())
                .containsExactly(MAX);

        assertThat(resources.get(office.present(), MAXS, made.id()).owner().id())
                .isEqualTo("bot");
        assertThat(resources
                        .rename(MAXS, made.id(), Expectation.any(), present -> "New")
                        .value()
                        .title())
                .isEqualTo("New");
        refused("forbidden", () -> resources.addAdministrator(MAXS, made.id(), LILY));
        refused("forbidden", () -> resources.delete(MAXS, made.id(), Expectation.any()));
        refused("not_found", () -> resources.removeAdministrator(BOT, made.id(), LILY));
        resources.removeAdministrator(MAXS, made.id(), MAX);
        refused("not_found", () -> resources.get(office.present(), MAXS, made.id()));
    }

    @Test
    void onlyThoseWhomTheCallerSeesCanBeNamed() {
        Resource bots = make(BOT);
        Resource lilys = make(LILYS);
        refused("not_found", () -> resources.addAdministrator(BOT, bots.id(), LILY));
        refused("not_found", () -> resources.addAdministrator(BOT, bots.id(), new UserId("nobody")));
        refused("not_found", () -> resources.addAdministrator(LILYS, lilys.id(), ZOE));
        assertThat(resources.addAdministrator(LILYS, lilys.id(), MAX).value().administrators())
                .containsExactly(MAX);
        long revision = office.present().revision();
        resources.addAdministrator(LILYS, lilys.id(), LILY);
        resources.addAdministrator(LILYS, lilys.id(), MAX);
        assertThat(office.present().revision()).as("nothing to do").isEqualTo(revision);
    }

    @Test
    void onceItsOwnerIsGoneAResourceIsInItsAdministratorsHands() {
        Resource bots = make(BOT);
        resources.addAdministrator(BOT, bots.id(), MAX);
        office.change(new StateChange.ChangeApps(new AppChange.RemoveApp(new AppId("bot"))));
        office.pass(Duration.ofSeconds(1));
        office.app("bot", DataRange.EVERYONE);
        refused("not_found", () -> resources.get(office.present(), BOT, bots.id()));
        assertThat(seenBy(BOT)).as("another app with the same id").isEmpty();

        assertThat(resources.addAdministrator(MAXS, bots.id(), LILY).value().administrators())
                .containsExactly(MAX, LILY);
        resources.delete(MAXS, bots.id(), Expectation.any());
        assertThat(seenBy(MAXS)).isEmpty();

        Resource lilys = make(LILYS);
        resources.addAdministrator(LILYS, lilys.id(), MAX);
        office.change(new StateChange.PutMember(Office.member(LILY, "Lily").withStatus(MemberStatus.DELETED)));
        resources.delete(MAXS, lilys.id(), Expectation.any());
    }

    @Test
    void permissionsAreAskedForByType() {
        refused("permission_missing", () -> make(itself("bot", "docx:document:create")));
        Resource made = make(itself("bot", "base:app:create"));
        Caller.ByApp without = itself("bot", "base:app:create");
        refused("permission_missing", () -> resources.get(office.present(), without, made.id()));
        refused("permission_missing", () -> resources.delete(without, made.id(), Expectation.any()));
        assertThat(resources.isReadable(without, ResourceType.BASE)).isFalse();
        assertThat(resources.isReadable(itself("bot", "base:app:read"), ResourceType.BASE))
                .isTrue();
        assertThat(resources.isReadable(itself("bot", "base:app:read"), ResourceType.DOC))
                .isFalse();
    }

    @Test
    void whatIsWrongIsRefused() {
        refused("invalid", () -> resources.create(BOT, ResourceType.DOC, "  "));
        refused("invalid", () -> resources.create(BOT, ResourceType.DOC, "a\tb"));
        refused("invalid", () -> resources.create(BOT, ResourceType.DOC, "x".repeat(501)));
        Resource made = make(BOT);
        refused("revision_mismatch", () -> resources.rename(BOT, made.id(), present -> false, present -> "New"));
        refused("revision_mismatch", () -> resources.delete(BOT, made.id(), present -> false));
    }
}
