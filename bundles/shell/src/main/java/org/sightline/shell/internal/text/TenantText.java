package org.sightline.shell.internal.text;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Tenant;

/** Tenants as a table, or one with what is in it. */
public final class TenantText {

    private TenantText() {}

    /** Prints a line for each tenant. */
    public static void list(PrintStream out, List<Tenant> tenants) {
        TextTable table = new TextTable(
                "There are no tenants; `sightline:tenant-create` makes one.",
                "tenant_key",
                "name",
                "plan",
                "time_zone",
                "locale",
                "region");
        for (Tenant tenant : tenants) {
            table.row(
                    tenant.key(),
                    tenant.name(),
                    tenant.plan(),
                    tenant.timeZone(),
                    tenant.locale().toLanguageTag(),
                    tenant.region());
        }
        table.print(out);
    }

    /** Prints a tenant's settings and how much is in it. */
    public static void whole(PrintStream out, TenantSnapshot snapshot) {
        DirectorySnapshot directory = snapshot.directory();
        Tenant tenant = directory.tenant();
        new TextTable("", "of", "value")
                .row("tenant_key", tenant.key())
                .row("name", tenant.name())
                .row("plan", tenant.plan())
                .row("time_zone", tenant.timeZone())
                .row("region", tenant.region())
                .row("locale", tenant.locale().toLanguageTag())
                .row("find_by_phone", tenant.findByPhone())
                .row("revision", snapshot.revision())
                .row(
                        "users",
                        count(directory, MemberStatus.ACTIVE) + " active, " + count(directory, MemberStatus.SUSPENDED)
                                + " suspended")
                .row("departments", directory.departmentCount())
                .row("groups", directory.groups().size())
                .row("units", directory.units().size())
                .row("main_rule", snapshot.policy().mainRule().type())
                .row("rules", snapshot.policy().rules().count())
                .row("primary administrators", primaryAdministrators(directory))
                .print(out);
    }

    private static long count(DirectorySnapshot directory, MemberStatus status) {
        return IntStream.range(0, directory.memberCount())
                .filter(member -> directory.member(member).status() == status)
                .count();
    }

    private static String primaryAdministrators(DirectorySnapshot directory) {
        return String.join(
                ", ",
                directory.administrators().stream()
                        .filter(Administrator::primary)
                        .map(administrator -> administrator.user().value())
                        .sorted()
                        .toList());
    }
}
