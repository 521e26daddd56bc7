package dev.fleethealth.bridge.integration;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What sources log at WARN while this is open, as {@code source: why}. */
final class LoggedReasons extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.fleethealth.bridge.link");
    private final List<String> reasons = new CopyOnWriteArrayList<>();

    LoggedReasons() {
        logger.setLevel(Level.WARN);
        logger.setAdditive(false);
        logger.addAppender(this);
        start();
    }

    List<String> of(String source) {
        return reasons.stream().filter(line -> line.startsWith(source + ": ")).toList();
    }

    @Override
    protected void append(ILoggingEvent event) {
        reasons.add(value(event, "source") + ": " + value(event, "why"));
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    private static String value(ILoggingEvent event, String key) {
        return event.getKeyValuePairs().stream()
                .filter(pair -> pair.key.equals(key))
                .map(pair -> String.valueOf(pair.value))
                .findFirst()
                .orElse("");
    }
}
