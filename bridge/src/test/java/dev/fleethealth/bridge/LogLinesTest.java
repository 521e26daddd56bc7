package dev.fleethealth.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import dev.fleethealth.bridge.fuzz.HostileText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.event.KeyValuePair;

/** The log as operators read it, with the production configuration: one entry for each event, whatever devices send. */
class LogLinesTest {
    private static final String START_OF_ENTRY = "(?m)^\\d{4}-\\d\\d-\\d\\dT";
    private static final String INVISIBLE = "(?s).*[\\p{Cntrl}\\x80-\\x9f\\u2028-\\u202e\\u2066-\\u2069&&[^\\n\\t]].*";

    private final LoggerContext context = new LoggerContext();

    LogLinesTest() throws JoranException {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogLinesTest.class.getResource("/logback.xml"));
    }

    static List<String> hostileTexts() {
        return HostileText.all();
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void shouldWriteOneLineWhenATextIsHostile(String text) {
        // When
        String log = log(text, null);

        // Then
        assertThat(log).hasLineCount(1).containsPattern(START_OF_ENTRY).doesNotMatch(INVISIBLE);
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void shouldWriteOneEntryWhenAnExceptionQuotesAHostileText(String text) {
        // When
        String log = log("failed", new IllegalStateException(text, new NumberFormatException(text)));

        // Then
        assertThat(log.split(START_OF_ENTRY, -1)).hasSize(2);
        assertThat(log).contains("Caused by: ").contains("\tat dev.fleethealth.bridge.LogLinesTest");
        assertThat(log).doesNotMatch(INVISIBLE);
    }

    @Test
    void shouldCutEndlessTexts() {
        assertThat(log("x".repeat(100_000), null)).hasSizeLessThan(2_500).hasLineCount(1);
    }

    /** As a value, where the program's own texts have what came from outside. */
    private String log(String value, @Nullable Throwable failure) {
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        LoggingEvent event =
                new LoggingEvent(LogLinesTest.class.getName(), root, Level.WARN, "Not connected", failure, null);
        event.addKeyValuePair(new KeyValuePair("why", value));
        ConsoleAppender<ILoggingEvent> appender = (ConsoleAppender<ILoggingEvent>) root.getAppender("STDERR");
        return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
