package org.sightline.filechannel.internal;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.conformance.NotificationChannelContract;
import org.sightline.spi.NotificationChannel;

/** The channel keeps the contract of channels. */
class FileChannelContractTest extends NotificationChannelContract {

    @TempDir
    private Path folder;

    @Override
    protected NotificationChannel channel() {
        return new FileChannel(folder.resolve("cards.txt"));
    }
}
