package org.sightline.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.communication.ChatAnswer;
import org.sightline.communication.Communication;
import org.sightline.communication.model.Person;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.json.ChatAnswerJson;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.shell.internal.text.ChatAnswerText;

/** Answers "may A chat with B?" and says why. */
@Service
@Command(
        scope = "sightline",
        name = "communication-check",
        description = "Say whether a member may start a chat with another one, send in it, and find them")
public final class CommunicationCheckCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant of the one who asks", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Argument(index = 1, name = "user_id", description = "Who asks", required = true)
    @Completion(UserCompleter.class)
    String userId = "";

    @Argument(index = 2, name = "peer_tenant_key", description = "The tenant of the other one", required = true)
    @Completion(TenantCompleter.class)
    String peerTenantKey = "";

    @Argument(index = 3, name = "peer_user_id", description = "The other one", required = true)
    String peerUserId = "";

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Reference(optional = true)
    @Nullable
    Communication communication;

    @Override
    void run(PrintStream out) {
        Communication asked = on(communication, "communication");
        TenantSnapshot snapshot = on(snapshots, "directory").current(tenantKey(tenantKey));
        UserId user = id("/user_id", () -> new UserId(userId));
        int viewer = snapshot.directory().memberNumber(user);
        if (viewer == DirectorySnapshot.NONE) {
            throw Problem.invalid("/user_id", Codes.INVALID, "there is no member `" + user + "`")
                    .exception();
        }
        Person peer = new Person(tenantKey(peerTenantKey), id("/peer_user_id", () -> new UserId(peerUserId)));
        ChatAnswer answer = asked.check(snapshot, viewer, peer);
        if (json) {
            printJson(out, ChatAnswerJson.of(answer));
        } else {
            ChatAnswerText.print(out, answer);
        }
    }
}
