package org.sightline.benchmarks.organisation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.Member;
import org.sightline.json.DepartmentJson;
import org.sightline.json.FieldTypes;
import org.sightline.json.GroupJson;
import org.sightline.json.Json;
import org.sightline.json.PolicyJson;
import org.sightline.json.UserJson;
import org.sightline.store.TenantState;

/** Writes an organisation as what the server takes: lines for an import (docs/import.md) and a policy. */
public final class OrganisationFiles {

    private final Path folder;

    /** Writes into a folder, which is made when it is missing. */
    public OrganisationFiles(Path folder) {
        this.folder = folder;
    }

    /** Returns where the directory's lines are. */
    public Path directory() {
        return folder.resolve("directory.ndjson");
    }

    /** Returns where the policy is. */
    public Path policy() {
        return folder.resolve("policy.json");
    }

    private record Line(String kind, @JsonUnwrapped Object form) {}

    /** Writes both files. */
    public void write(TenantState state) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(policy(), Json.text(PolicyJson.of(state.policy())) + "\n");
        FieldTypes noFields = FieldTypes.of(state.fields());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(directory()));
                SequenceWriter lines = Json.mapper()
                        .writerFor(Line.class)
                        .withRootValueSeparator("\n")
                        .writeValues(out)) {
            for (Department department : state.departments()) {
                if (!department.id().isRoot()) {
                    lines.write(new Line("department", DepartmentJson.of(department)));
                }
            }
            for (Member member : state.members()) {
                lines.write(new Line("user", UserJson.of(member, noFields)));
            }
            for (Group group : state.groups()) {
                lines.write(new Line("group", GroupJson.of(group)));
            }
        }
    }
}
