package org.sightline.shell.internal;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.MemberStatus;

/** Completes user ids of the tenant named before. */
@Service
public final class UserCompleter extends WithinTenantCompleter {

    @Override
    Stream<String> ids(DirectorySnapshot directory) {
        return IntStream.range(0, directory.memberCount())
                .mapToObj(directory::member)
                .filter(member -> member.status() != MemberStatus.DELETED)
                .map(member -> member.id().value());
    }
}
