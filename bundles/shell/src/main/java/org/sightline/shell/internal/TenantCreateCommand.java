package org.sightline.shell.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;
import org.sightline.access.PasswordHashing;
import org.sightline.directory.Tenants;
import org.sightline.directory.Tenants.FirstAdministrator;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Tenant;
import org.sightline.json.Json;
import org.sightline.json.NewTenantJson;
import org.sightline.json.NewTenantJson.NewTenant;
import org.sightline.json.NewTenantJson.PrimaryAdminJson;
import org.sightline.json.TenantJson;

/** Creates a tenant; the first administrator's password is asked for, or generated where nobody can be asked. */
@Service
@Command(
        scope = "sightline",
        name = "tenant-create",
        description = "Create a tenant, with its first primary administrator when --admin-name is given")
public final class TenantCreateCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "Its key: letters, digits, `_`, `.`, `-`", required = true)
    String tenantKey = "";

    @Argument(index = 1, name = "name", description = "Its name", required = true)
    String name = "";

    @Option(name = "--plan", description = "starter, basic, pro or enterprise")
    @Completion(
            value = StringsCompleter.class,
            values = {"starter", "basic", "pro", "enterprise"})
    String plan = "starter";

    @Option(name = "--time-zone", description = "IANA name, such as Asia/Tokyo; UTC when left out")
    @Nullable
    String timeZone;

    @Option(name = "--region", description = "Free text")
    @Nullable
    String region;

    @Option(name = "--locale", description = "Language tag, such as ja or pt-BR; en when left out")
    @Nullable
    String locale;

    @Option(name = "--find-by-phone", description = "true or false; true when left out")
    @Nullable
    Boolean findByPhone;

    @Option(name = "--admin-name", description = "Name of the first primary administrator")
    @Nullable
    String adminName;

    @Option(name = "--admin-user-id", description = "The administrator's user id; generated when left out")
    @Nullable
    String adminUserId;

    @Option(name = "--admin-email", description = "The administrator's email address")
    @Nullable
    String adminEmail;

    @Option(name = "--generate-password", description = "Generate the administrator's password and print it once")
    boolean generatePassword;

    @Reference(optional = true)
    @Nullable
    Tenants tenants;

    @Reference(optional = true)
    @Nullable
    PasswordHashing hashing;

    @Override
    void run(PrintStream out) throws IOException {
        Tenants directory = on(tenants, "directory");
        PasswordHashing passwords = on(hashing, "access");
        boolean generated = generatePassword || session().getTerminal() == null;
        String password = adminName == null ? "" : NewPassword.of(session(), generated);
        NewTenant wanted = form(password).toModel();
        Tenant created = directory
                .create(actor(), wanted.tenant(), administrator(passwords, wanted))
                .value();
        print(out, created, wanted.administrator(), generated ? password : null);
    }

    private NewTenantJson form(String password) {
        PrimaryAdminJson admin =
                adminName == null ? null : new PrimaryAdminJson(adminUserId, adminName, adminEmail, password);
        return new NewTenantJson(tenantKey, name, plan, timeZone, region, locale, findByPhone, admin);
    }

    private static @Nullable FirstAdministrator administrator(PasswordHashing passwords, NewTenant wanted) {
        Member member = wanted.administrator();
        String password = wanted.password();
        return member == null || password == null
                ? null
                : new FirstAdministrator(member, passwords.hash("/primary_admin/password", password));
    }

    private void print(PrintStream out, Tenant created, @Nullable Member admin, @Nullable String password) {
        if (json) {
            ObjectNode answer = (ObjectNode) Json.tree(TenantJson.of(created));
            if (admin != null) {
                ObjectNode first = answer.putObject("primary_admin")
                        .put("user_id", admin.id().value());
                if (password != null) {
                    first.put("password", password);
                }
            }
            out.println(answer);
            return;
        }
        out.println("Created tenant `" + created.key() + "`.");
        if (admin != null) {
            out.println("Its first primary administrator is `" + admin.id() + "`"
                    + (password == null ? "." : " with the password " + password));
        }
    }
}
