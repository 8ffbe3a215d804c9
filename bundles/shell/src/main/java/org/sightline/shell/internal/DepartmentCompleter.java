package org.sightline.shell.internal;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sightline.directory.model.DirectorySnapshot;

/** Completes department ids of the tenant named before. */
@Service
public final class DepartmentCompleter extends WithinTenantCompleter {

    @Override
    Stream<String> ids(DirectorySnapshot directory) {
        return IntStream.range(0, directory.departmentCount())
                .mapToObj(number -> directory.department(number).id().value());
    }
}
