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

/** The remote console of a server, as the operator whose password the first start made. */
public final class Console implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SshClient client;
    private final ClientSession session;

    private Console(SshClient client, ClientSession session) {
        this.client = client;
        this.session = session;
    }

    /**
     * What a command said.
     *
     * @param exit   its exit status; 0 for success
     * @param output what it wrote, standard output and errors together
     */
    public record Output(int exit, String output) {}

    /** Opens a console with the generated password. */
    public static Console open(ServerUnderTest server) throws IOException {
        return open(server, "operator", server.consolePassword());
    }

    /**
     * Opens a console.
     *
     * @throws IOException when the server does not let this user in
     */
    public static Console open(ServerUnderTest server, String user, String password) throws IOException {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        // Only what is given here, not what lies in the home of whoever runs the tests.
        client.setKeyIdentityProvider(null);
        client.start();
        try {
            ClientSession session = client.connect(user, "127.0.0.1", server.sshPort())
                    .verify(PATIENCE)
                    .getSession();
            session.addPasswordIdentity(password);
            session.auth().verify(PATIENCE);
            return new Console(client, session);
        } catch (IOException refused) {
            client.stop();
            throw refused;
        }
    }

    /** Runs a command to its end. */
    public Output run(String command) throws IOException {
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

    @Override
    public void close() {
        client.stop();
    }
}
