package dev.fleethealth.demo;

import dev.fleethealth.demo.stack.Layout;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code demo/run} starts once everything is built. */
@Command(
        name = "demo/run",
        sortOptions = false,
        description = "Runs the whole pipeline on this machine, with a fleet that gets into trouble. Ctrl-C stops it.")
public final class DemoMain implements Callable<Integer> {
    /** Read by logback when the first logger is made, which is later. */
    private static final String LOG_CONFIGURATION = "logback.configurationFile";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this and exit.")
    private boolean help;

    @Option(
            names = "--once",
            description =
                    "Tell the story, compare the alerts with those expected, and exit: 0 when all is well, else 1.")
    private boolean once;

    @Option(
            names = "--read",
            paramLabel = "TOPIC",
            description =
                    "Print a topic of the running demo as lines of JSON: fleet.connection-events or fleet.alerts.")
    private Optional<String> topic = Optional.empty();

    @ArgGroup(validate = false, heading = "Ports, all on loopback:%n")
    private final PortOptions ports = new PortOptions();

    private DemoMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DemoMain()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        if (topic.isPresent()) {
            System.setProperty(LOG_CONFIGURATION, "logback-silent.xml");
            return TopicReader.print(ports.chosen(), topic.get());
        }
        Optional<String> taken = ports.chosen().firstTaken();
        if (taken.isPresent()) {
            System.err.println("demo/run: " + taken.get());
            return CommandLine.ExitCode.USAGE;
        }
        return run(Layout.ofRun(Path.of(System.getProperty("demo.project")), LocalDateTime.now()));
    }

    private int run(Layout layout) throws InterruptedException {
        System.setProperty("demo.log", layout.log("demo").toString());
        System.setProperty(LOG_CONFIGURATION, "logback-demo.xml");
        Console console = new Console(System.out, Boolean.getBoolean("demo.color"), Clock.systemUTC());
        return new Demo(layout, ports.chosen(), console).run(once);
    }
}
