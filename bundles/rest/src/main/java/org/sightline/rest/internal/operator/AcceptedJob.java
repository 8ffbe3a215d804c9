package org.sightline.rest.internal.operator;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.sightline.jobs.Job;
import org.sightline.json.JobJson;
import org.sightline.json.Json;

/** The answer to a request whose work goes on as a job of the whole server. */
final class AcceptedJob {

    private AcceptedJob() {}

    static Response answer(Job job) {
        return Response.accepted(Json.bytes(JobJson.of(job)))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .location(URI.create("/api/v1/operator/jobs/" + job.id()))
                .build();
    }
}
