package org.sightline.channels.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.sightline.spi.Card;
import org.sightline.spi.NotificationChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends cards by SMTP to those recipients whose address is known (docs/concepts.md, "Channels"). */
@Component(configurationPid = MailSettings.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = MailSettings.class)
public final class MailChannel implements NotificationChannel {

    private static final Logger LOG = LoggerFactory.getLogger(MailChannel.class);
    private static final String LIMIT_MILLIS = "8000";
    private static final String PLAIN = "none";
    private static final String STARTTLS = "starttls";
    private static final String TLS = "tls";

    private final MailSettings settings;
    private final Session session;

    /**
     * Creates the channel.
     *
     * @throws IllegalArgumentException when {@code security} is a word it does not know
     */
    @Activate
    public MailChannel(MailSettings settings) {
        this.settings = settings;
        this.session = session(settings);
    }

    private static Session session(MailSettings settings) {
        if (!List.of(PLAIN, STARTTLS, TLS).contains(settings.security())) {
            throw new IllegalArgumentException("security must be none, starttls or tls");
        }
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", settings.host());
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        properties.setProperty(
                "mail.smtp.ssl.enable", Boolean.toString(settings.security().equals(TLS)));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty(
                "mail.smtp.starttls.required",
                Boolean.toString(settings.security().equals(STARTTLS)));
        properties.setProperty(
                "mail.smtp.starttls.enable",
                Boolean.toString(settings.security().equals(STARTTLS)));
        properties.setProperty("mail.smtp.connectiontimeout", LIMIT_MILLIS);
        properties.setProperty("mail.smtp.timeout", LIMIT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", LIMIT_MILLIS);
        // One address that the server does not like must not keep the card from the others.
        properties.setProperty("mail.smtp.sendpartial", "true");
        return Session.getInstance(properties);
    }

    @Override
    public String id() {
        return "mail";
    }

    @Override
    public void deliver(Card card) throws IOException, MessagingException {
        List<String> addresses = card.recipients().stream()
                .map(Card.Recipient::email)
                .filter(Objects::nonNull)
                .toList();
        if (addresses.isEmpty()) {
            return;
        }
        if (settings.host().isBlank()) {
            throw new IOException(
                    "this server has no mail server; the operator sets one in etc/org.sightline.mail.cfg");
        }
        // The mail library looks for its parts by the thread's class loader.
        Thread thread = Thread.currentThread();
        @Nullable ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Session.class.getClassLoader());
        try {
            send(message(card, addresses));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void send(Message message) throws MessagingException {
        try (Transport transport = session.getTransport("smtp")) {
            if (settings.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(settings.user(), settings._password());
            }
            transport.sendMessage(message, message.getAllRecipients());
        } catch (SendFailedException refused) {
            int sent = refused.getValidSentAddresses() == null ? 0 : refused.getValidSentAddresses().length;
            if (sent == 0) {
                throw refused;
            }
            LOG.warn("the mail server took a card for {} recipients and refused it for others", sent, refused);
        }
    }

    private Message message(Card card, List<String> addresses) throws MessagingException {
        MimeMessage message = new NamedMessage(session, card.id());
        message.setFrom(new InternetAddress(settings.from()));
        for (String address : addresses) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(address));
        }
        message.setSubject(card.title(), UTF_8.name());
        message.setText(card.text() + "\r\n\r\n" + card.link() + "\r\n", UTF_8.name());
        message.setHeader("Content-Language", card.locale().toLanguageTag());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(card.createdAt()));
        return message;
    }

    /** A message whose id is made of the card's, so that one that comes twice is known as such. */
    private static final class NamedMessage extends MimeMessage {

        private final String id;

        NamedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id.toLowerCase(Locale.ROOT) + "@sightline>");
        }
    }
}
