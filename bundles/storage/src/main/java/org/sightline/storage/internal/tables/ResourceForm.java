package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.util.List;
import org.sightline.apps.model.Identity;
import org.sightline.directory.model.UserId;
import org.sightline.resources.model.Owner;
import org.sightline.resources.model.Resource;
import org.sightline.resources.model.ResourceId;
import org.sightline.resources.model.ResourceType;

/** Documents and bases as rows of {@code resource}. */
final class ResourceForm implements RowForm<Resource> {

    static final String TABLE = "resource";

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public String idColumn() {
        return "resource_id";
    }

    @Override
    public List<String> columns() {
        return List.of("resource_type", "title", "owner_kind", "owner_id", "created_micros", "administrators");
    }

    @Override
    public String id(Resource resource) {
        return resource.id().value();
    }

    @Override
    public void write(Resource resource, RowWriter row) throws SQLException {
        row.text(resource.type().key())
                .text(resource.title())
                .text(resource.owner().kind().key())
                .text(resource.owner().id())
                .instant(resource.createdAt())
                .ids(resource.administrators(), UserId::value);
    }

    @Override
    public Resource read(String id, RowReader row) throws SQLException {
        ResourceType type = ResourceType.ofKey(row.text()).orElseThrow();
        String title = row.text();
        Owner owner = new Owner(Identity.ofKey(row.text()).orElseThrow(), row.text());
        var createdAt = Micros.instant(row.longNumber());
        return new Resource(new ResourceId(id), type, title, owner, row.ids(UserId::new), createdAt);
    }
}
