package dev.fleethealth.streams.command;

import dev.fleethealth.service.cli.DurationConverter;
import dev.fleethealth.streams.backtest.EventFile;
import dev.fleethealth.streams.backtest.EventReader;
import dev.fleethealth.streams.backtest.EventSource;
import dev.fleethealth.streams.backtest.topic.TopicRange;
import dev.fleethealth.streams.backtest.topic.TopicReading;
import dev.fleethealth.streams.config.StreamsConfiguration;
import dev.fleethealth.streams.runtime.ValueSerdes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where a backtest's events come from: a file, standard input, or a topic between two times. */
final class BacktestInput {
    private static final String STANDARD_INPUT = "-";
    private static final String CONFIGURED_TOPIC = "";

    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Canonical events, one JSON object a line, in arrival order; - (default) is standard input.")
    private @Nullable String file;

    @Option(
            names = "--topic",
            arity = "0..1",
            fallbackValue = CONFIGURED_TOPIC,
            paramLabel = "NAME",
            description = "Read a topic of the configured Kafka instead; without a name, the configured one.")
    private @Nullable String topic;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Instants.class,
            description = "Time of receipt of the topic's first events: ISO 8601 or epoch milliseconds.")
    private @Nullable Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = Instants.class,
            description = "Time of receipt before which it ends; without it, now.")
    private @Nullable Instant to;

    @Option(
            names = "--warm-up",
            paramLabel = "DURATION",
            defaultValue = "24h",
            converter = DurationConverter.class,
            description = "How much of the topic before --from is read first, so that populations and baselines are"
                    + " right (${DEFAULT-VALUE}). Alerts that are over by then are not printed.")
    private Duration warmUp = Duration.ZERO;

    /** Whether Kafka has to be configured. */
    boolean isTopic() {
        return topic != null;
    }

    /** When what is found begins to count; absent where all of it does. */
    Optional<Instant> start() {
        return isTopic() ? Optional.ofNullable(from) : Optional.empty();
    }

    /** The input, for messages. */
    String shown() {
        return file == null || file.equals(STANDARD_INPUT) ? "standard input" : file;
    }

    /** @throws ParameterException when the options do not go together, or the file is none */
    void check() {
        if (!isTopic()) {
            require(from == null, "--from: expected only with --topic");
            require(to == null, "--to: expected only with --topic");
            require(isStandardInput() || isReadable(), file + ": expected a readable file, or - for standard input");
        } else {
            require(file == null, "--topic: expected no file as well, was \"" + file + '"');
            require(from != null, "--topic: expected --from, too");
            require(to == null || from == null || to.isAfter(from), "--to: expected a time after --from");
        }
    }

    EventSource open(StreamsConfiguration configuration, InstantSource clock) throws IOException {
        if (topic != null && from != null) {
            String name =
                    topic.equals(CONFIGURED_TOPIC) ? configuration.topics().events() : topic;
            Instant end = to == null ? clock.instant() : to;
            TopicRange range = new TopicRange(name, from.minus(warmUp), end);
            return TopicReading.open(
                    configuration, ValueSerdes.of(configuration).events().deserializer(), range);
        }
        return file == null || isStandardInput()
                ? new EventReader(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)))
                : EventFile.open(Path.of(file));
    }

    private boolean isStandardInput() {
        return file == null || file.equals(STANDARD_INPUT);
    }

    private boolean isReadable() {
        return file != null && Files.isReadable(Path.of(file)) && !Files.isDirectory(Path.of(file));
    }

    private void require(boolean met, String message) {
        if (!met) {
            throw new ParameterException(command.commandLine(), message);
        }
    }
}
