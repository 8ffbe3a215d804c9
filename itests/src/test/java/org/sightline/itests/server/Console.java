package org.sightline.itests.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;

/** The remote console of a server, as the operator whose password the first start made; one connection a command. */
public final class Console {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ServerUnderTest server;
    private final String user;
    private final String password;

    /** Prepares for commands of a user. */
    public Console(ServerUnderTest server, String user, String password) {
        this.server = server;
        this.user = user;
        this.password = password;
    }

    /** Prepares for commands with the generated password. */
    public static Console of(ServerUnderTest server) {
        return new Console(server, "operator", server.consolePassword());
    }

    /**
     * What a command said.
     *
     * @param exit   its exit status; 0 for success
     * @param output what it wrote, standard output and errors together
     */
    public record Output(int exit, String output) {}

    /**
     * Runs a command to its end.
     *
     * @throws IOException when the server does not let this user in
     */
    public Output run(String command) throws IOException {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        // Only what is given here, not what lies in the home of whoever runs the tests.
        client.setKeyIdentityProvider(null);
        client.start();
        try (ClientSession session = client.connect(user, "127.0.0.1", server.sshPort())
                .verify(PATIENCE)
                .getSession()) {
            session.addPasswordIdentity(password);
            session.auth().verify(PATIENCE);
            return run(session, command);
        } finally {
            client.stop();
        }
    }

    private static Output run(ClientSession session, String command) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (ChannelExec channel = session.createExecChannel(command)) {
            channel.setOut(output);
            channel.setErr(output);
            channel.open().verify(PATIENCE);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
            Integer exit = channel.getExitStatus();
            if (exit == null) {
                throw new AssertionError("`" + command + "` did not end; so far: " + output);
            }
            return new Output(exit, output.toString(StandardCharsets.UTF_8));
        }
    }
}
