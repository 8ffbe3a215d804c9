package org.sightline.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.access.PasswordHashing;
import org.sightline.audit.Actor;
import org.sightline.audit.ActorKind;
import org.sightline.directory.Tenants;
import org.sightline.directory.Tenants.FirstAdministrator;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.store.StoreUnavailableException;

class TenantCommandsTest {

    @TempDir
    Path folder;

    private final World world = new World();

    @Test
    void listsTenantsAsATable() throws CommandException {
        assertThat(console().run(list(false)).lines())
                .anyMatch(line -> line.contains("tenant_key") && line.contains("time_zone"))
                .anyMatch(line -> line.contains("acme")
                        && line.contains("Acme \u682a\u5f0f\u4f1a\u793e")
                        && line.contains("pro"));
    }

    @Test
    void listsTenantsAsRestDoes() throws CommandException {
        assertThat(console().run(list(true)))
                .isEqualToIgnoringNewLines(
                        "{\"items\":[{\"tenant_key\":\"acme\",\"name\":\"Acme \u682a\u5f0f\u4f1a\u793e\",\"plan\":\"pro\","
                                + "\"time_zone\":\"Z\",\"locale\":\"ja\",\"find_by_phone\":true}],\"has_more\":false}");
    }

    @Test
    void saysWhichCapabilityIsOff() {
        assertThat(console().refusal(new TenantListCommand()))
                .startsWith("feature_off: the capability `directory` is off");
        TenantListCommand inJson = new TenantListCommand();
        inJson.json = true;
        assertThat(console().refusal(inJson)).startsWith("{").contains("\"code\":\"feature_off\"");
    }

    @Test
    void showsATenantAndWhatIsInIt() throws CommandException {
        TenantShowCommand command = new TenantShowCommand();
        command.snapshots = world.snapshots();
        command.tenantKey = "acme";
        assertThat(console().run(command))
                .containsPattern("revision +\u2502 7")
                .contains("2 active, 1 suspended")
                .containsPattern("primary administrators +\u2502 anna")
                .contains("everyone");
    }

    @Test
    void refusesUnknownTenantsAndWhatIsNoKey() {
        TenantShowCommand command = new TenantShowCommand();
        command.snapshots = world.snapshots();
        command.tenantKey = "nowhere";
        assertThat(console().refusal(command)).isEqualTo("not_found: there is no tenant `nowhere`");
        command.tenantKey = "no key";
        assertThat(console().refusal(command))
                .startsWith("invalid: tenant_key must be")
                .endsWith("(at /tenant_key)");
    }

    @Test
    void createsATenantWithAGeneratedPasswordWhereNobodyCanBeAsked() throws CommandException {
        TenantCreateCommand command = create();
        command.adminName = "Olga";
        command.adminUserId = "olga";
        String printed = console().run(command);
        Matcher password = Pattern.compile("with the password (\\S{24})").matcher(printed);
        assertThat(password.find()).as(printed).isTrue();
        FirstAdministrator first = (FirstAdministrator) world.calls.get(0)[2];
        assertThat(first.passwordHash()).isEqualTo("hash of " + password.group(1));
        assertThat(first.member().id()).hasToString("olga");
        assertThat(world.calls.get(0)[0]).isEqualTo(new Actor(ActorKind.CONSOLE, "ola"));
    }

    @Test
    void asksForThePasswordTwiceAndNeverPrintsIt() throws CommandException {
        TenantCreateCommand command = create();
        command.adminName = "Olga";
        String printed = console().typing("correct horse", "correct horse").run(command);
        assertThat(printed).contains("Created tenant `new`").doesNotContain("horse");
        assertThat(((FirstAdministrator) world.calls.get(0)[2]).passwordHash()).isEqualTo("hash of correct horse");
        assertThat(console().typing("correct horse", "wrong horse").refusal(command))
                .contains("the two passwords are not the same");
    }

    @Test
    void createsATenantWithoutAdministrator() throws CommandException {
        TenantCreateCommand command = create();
        command.plan = "enterprise";
        assertThat(console().run(command)).isEqualToIgnoringNewLines("Created tenant `new`.");
        assertThat(((Tenant) world.calls.get(0)[1]).plan()).isEqualTo(Plan.ENTERPRISE);
        assertThat(world.calls.get(0)[2]).isNull();
    }

    @Test
    void namesEveryFaultOfATenantToCreate() {
        TenantCreateCommand command = create();
        command.plan = "gold";
        command.timeZone = "Mars/Olympus";
        assertThat(console().refusal(command)).contains("/plan: ").contains("/time_zone: ");
    }

    @Test
    void changesOnlyWhatIsNamed() throws CommandException {
        TenantUpdateCommand command = new TenantUpdateCommand();
        command.tenants = world.tenants();
        command.tenantKey = "acme";
        command.timeZone = "Asia/Tokyo";
        command.json = true;
        assertThat(console().run(command)).contains("\"plan\":\"pro\"").contains("\"time_zone\":\"Asia/Tokyo\"");
    }

    @Test
    void refusesToChangeNothing() {
        TenantUpdateCommand command = new TenantUpdateCommand();
        command.tenants = world.tenants();
        command.tenantKey = "acme";
        assertThat(console().refusal(command)).contains("nothing to change");
    }

    @Test
    void deletesOnlyWhenTheKeyIsTypedTwice() throws CommandException {
        TenantDeleteCommand command = new TenantDeleteCommand();
        command.tenants = world.tenants();
        command.tenantKey = "acme";
        assertThat(console().refusal(command)).contains("type `sightline:tenant-delete --confirm acme acme`");
        command.confirm = "Acme";
        assertThat(console().refusal(command)).contains("type `sightline:tenant-delete --confirm acme acme`");
        assertThat(world.calls).isEmpty();
        command.confirm = "acme";
        assertThat(console().run(command)).contains("Deleted tenant `acme`");
        assertThat(world.calls).hasSize(1);
    }

    @Test
    void saysThatTheDatabaseIsAway() {
        TenantListCommand command = new TenantListCommand();
        command.tenants = Fake.of(Tenants.class)
                .on("list", nothing -> {
                    throw new StoreUnavailableException("away", new IllegalStateException());
                })
                .service();
        assertThat(console().refusal(command)).startsWith("unavailable: the database does not answer");
    }

    private Console console() {
        return new Console(folder);
    }

    private TenantListCommand list(boolean json) {
        TenantListCommand command = new TenantListCommand();
        command.tenants = world.tenants();
        command.json = json;
        return command;
    }

    private TenantCreateCommand create() {
        TenantCreateCommand command = new TenantCreateCommand();
        command.tenants = world.tenants();
        command.hashing = Fake.of(PasswordHashing.class)
                .on("hash", arguments -> "hash of " + arguments[1])
                .service();
        command.tenantKey = "new";
        command.name = "New";
        return command;
    }
}
