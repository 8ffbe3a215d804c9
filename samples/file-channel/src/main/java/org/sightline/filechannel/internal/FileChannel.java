package org.sightline.filechannel.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.sightline.spi.Card;
import org.sightline.spi.NotificationChannel;

/**
 * Writes a line for every card into a file: time, tenant, type, title and link, with tabs between. Is there only while
 * its settings are, and is made anew when they change.
 */
@Component(configurationPid = FileChannelSettings.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = FileChannelSettings.class)
public final class FileChannel implements NotificationChannel {

    private final Path file;

    /** Creates the channel with its settings. */
    @Activate
    public FileChannel(FileChannelSettings settings) {
        this(Path.of(settings.file()));
    }

    FileChannel(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public String id() {
        return "file";
    }

    /** Tenants are served at the same time, and each line must stay whole. */
    @Override
    public synchronized void deliver(Card card) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        String line = String.join(
                "\t", card.createdAt().toString(), card.tenant().value(), card.type(), card.title(), card.link());
        Files.write(file, List.of(line), UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
