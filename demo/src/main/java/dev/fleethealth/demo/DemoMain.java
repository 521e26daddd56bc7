package dev.fleethealth.demo;

import dev.fleethealth.demo.stack.Layout;
import dev.fleethealth.demo.stack.Ports;
import dev.fleethealth.demo.stack.StackFailedException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code demo/run} starts once everything is built. */
@Command(
        name = "demo/run",
        mixinStandardHelpOptions = true,
        description = "Runs the whole pipeline on this machine, with a fleet that gets into trouble. Ctrl-C stops it.")
public final class DemoMain implements Callable<Integer> {
    @Option(
            names = "--once",
            description = "Run the story, compare the alerts with what was expected, and exit: 0 when all is well, else 1.")
    private boolean once;

    @Option(names = "--read", paramLabel = "TOPIC", description = "Print a topic of the running demo as JSON lines.")
    private @Nullable String topic;

    @Option(names = "--kafka-port", defaultValue = "29092", description = "Default: ${DEFAULT-VALUE}")
    private int kafka;

    @Option(names = "--controller-port", defaultValue = "29093", description = "Default: ${DEFAULT-VALUE}")
    private int controller;

    @Option(names = "--registry-port", defaultValue = "28081", description = "Default: ${DEFAULT-VALUE}")
    private int registry;

    @Option(names = "--mqtt-port", defaultValue = "21883", description = "Default: ${DEFAULT-VALUE}")
    private int mqtt;

    @Option(names = "--bridge-port", defaultValue = "9401", description = "Default: ${DEFAULT-VALUE}")
    private int bridge;

    @Option(names = "--streams-port", defaultValue = "9402", description = "Default: ${DEFAULT-VALUE}")
    private int streams;

    private DemoMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DemoMain()).execute(arguments));
    }
}
