package org.sightline.storage.internal;

import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.tables.SealedSecrets;
import org.sightline.store.SealedSecretStore;

/** Finds sealed secrets in the database. */
@Component
public final class JdbcSealedSecretStore implements SealedSecretStore {

    private final Database database;
    private final SealedSecrets secrets = new SealedSecrets();

    /** Creates the store on a database. */
    @Activate
    public JdbcSealedSecretStore(@Reference(name = "database") Database database) {
        this.database = database;
    }

    @Override
    public void forEach(BiConsumer<Kind, String> visitor) {
        database.transaction("look at sealed secrets", connection -> secrets.forEach(connection, visitor));
    }
}
