package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.trust.model.FieldGrants;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustedParty;

/** A tenant's halves of its relations as rows of {@code trusted_party}; custom settings that are not there are blank. */
final class TrustedPartyForm implements RowForm<TrustedParty> {

    private static final TrustAccess NO_ACCESS = new TrustAccess(false, false);

    @Override
    public String table() {
        return "trusted_party";
    }

    @Override
    public String idColumn() {
        return "partner_key";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "relation_id",
                "since_micros",
                "sponsor_key",
                "share_all",
                "share_department_ids",
                "share_user_ids",
                "has_custom_access",
                "can_find",
                "can_browse",
                "has_custom_fields",
                "visible_fields",
                "searchable_fields");
    }

    @Override
    public String id(TrustedParty party) {
        return party.partner().value();
    }

    @Override
    public void write(TrustedParty party, RowWriter row) throws SQLException {
        row.text(party.relationId())
                .number(Micros.of(party.since()))
                .text(party.sponsor().value());
        writeShare(party.share(), row);
        TrustAccess access = party.customAccess();
        row.flag(access != null);
        writeAccess(access == null ? NO_ACCESS : access, row);
        FieldGrants fields = party.customFields();
        row.flag(fields != null)
                .ids(fields == null ? List.of() : fields.visible(), Function.identity())
                .ids(fields == null ? List.of() : fields.searchable(), Function.identity());
    }

    @Override
    public TrustedParty read(String id, RowReader row) throws SQLException {
        String relation = row.text();
        Instant since = Micros.instant(row.longNumber());
        TenantKey sponsor = new TenantKey(row.text());
        SharingScope share = readShare(row);
        boolean hasAccess = row.flag();
        TrustAccess access = readAccess(row);
        boolean hasFields = row.flag();
        FieldGrants fields = FieldGrants.of(row.ids(Function.identity()), row.ids(Function.identity()));
        return new TrustedParty(
                new TenantKey(id),
                relation,
                since,
                sponsor,
                share,
                hasAccess ? access : null,
                hasFields ? fields : null);
    }

    static void writeShare(SharingScope share, RowWriter row) throws SQLException {
        row.flag(share.all()).ids(share.departments(), DepartmentId::value).ids(share.members(), UserId::value);
    }

    static SharingScope readShare(RowReader row) throws SQLException {
        return new SharingScope(row.flag(), row.ids(DepartmentId::new), row.ids(UserId::new));
    }

    static void writeAccess(TrustAccess access, RowWriter row) throws SQLException {
        row.flag(access.find()).flag(access.browse());
    }

    static TrustAccess readAccess(RowReader row) throws SQLException {
        return new TrustAccess(row.flag(), row.flag());
    }
}
