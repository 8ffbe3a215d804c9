package org.sightline.storage.internal.database;

import java.util.logging.Level;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes Liquibase's warnings into our log; what it is glad about is of interest to debuggers only. */
final class LiquibaseLog extends AbstractLogger {

    private final Logger log;

    private LiquibaseLog(Class<?> source) {
        this.log = LoggerFactory.getLogger(source);
    }

    @Override
    public void log(Level level, @Nullable String message, @Nullable Throwable cause) {
        if (level.equals(Level.OFF)) {
            return;
        }
        if (level.intValue() >= Level.SEVERE.intValue()) {
            log.error(message, cause);
        } else if (level.intValue() >= Level.WARNING.intValue()) {
            log.warn(message, cause);
        } else {
            log.debug(message, cause);
        }
    }

    /** Makes the loggers. */
    static final class Service extends AbstractLogService {

        @Override
        public int getPriority() {
            return PRIORITY_NOT_APPLICABLE;
        }

        @Override
        @SuppressWarnings("rawtypes") // Liquibase asks for it this way
        public liquibase.logging.Logger getLog(Class clazz) {
            return new LiquibaseLog(clazz);
        }
    }
}
