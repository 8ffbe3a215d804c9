package org.sightline.channels.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.lang.annotation.Annotation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real SMTP server, in this process. */
class MailChannelTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static MailChannel channel(String host, int port, String user) {
        return new MailChannel(new Fixed(host, port, "none", user));
    }

    private MailChannel toServer(String user) {
        return channel("127.0.0.1", server.getSmtp().getPort(), user);
    }

    @Test
    void aCardComesToEveryRecipientWithAnAddress() throws Exception {
        toServer("")
                .deliver(TestCards.card(
                        TestCards.recipient("anna", "anna@acme.example"),
                        TestCards.recipient("ben", "ben@acme.example"),
                        TestCards.recipient("cyd", null)));

        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(2);
        MimeMessage mail = received[0];
        assertThat(mail.getSubject()).isEqualTo("株式会社さくらから関連組織の申請が届きました");
        assertThat(mail.getContent().toString())
                .contains("申請一覧で確認してください。", "https://sightline.example/api/v1/tenants/acme/trust/requests");
        assertThat(mail.getRecipients(Message.RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly("anna@acme.example", "ben@acme.example");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("sightline@acme.example");
        assertThat(mail.getMessageID()).isEqualTo("<c0ffee@sightline>");
        assertThat(mail.getHeader("Content-Language")).containsExactly("ja");
        assertThat(GreenMailUtil.getWholeMessage(mail)).contains("Auto-Submitted: auto-generated");
    }

    @Test
    void nobodyWithAnAddressIsNoFailure() throws Exception {
        channel("", 25, "").deliver(TestCards.card(TestCards.recipient("cyd", null)));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatWantsAPasswordGetsOne() throws Exception {
        server.setUser("sender@acme.example", "sender", "right");
        toServer("sender").deliver(TestCards.card(TestCards.recipient("anna", "anna@acme.example")));
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void withoutAMailServerItSaysWhatToDo() {
        assertThatThrownBy(() ->
                        channel("", 25, "").deliver(TestCards.card(TestCards.recipient("anna", "anna@acme.example"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("etc/org.sightline.mail.cfg");
    }

    @Test
    void aServerThatIsNotThereIsAFailure() {
        assertThatThrownBy(() -> channel("127.0.0.1", 1, "")
                        .deliver(TestCards.card(TestCards.recipient("anna", "anna@acme.example"))))
                .isInstanceOf(jakarta.mail.MessagingException.class);
    }

    @Test
    void aWordThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> new MailChannel(new Fixed("mail", 25, "ssl", "")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @SuppressWarnings("BadAnnotationImplementation") // settings, never compared
    private record Fixed(String host, int port, String security, String user) implements MailSettings {

        @Override
        public String _password() {
            return user.isEmpty() ? "" : "right";
        }

        @Override
        public String from() {
            return "sightline@acme.example";
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return MailSettings.class;
        }
    }
}
