package dev.fleethealth.demo;

import dev.fleethealth.demo.stack.Layout;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code demo/run} starts once everything is built. */
@Command(
        name = "demo/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the whole pipeline on this machine, with a fleet that gets into trouble. Ctrl-C stops it.")
public final class DemoMain implements Callable<Integer> {
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
            return TopicReader.print(ports.chosen(), topic.get());
        }
        Optional<String> taken = ports.chosen().firstTaken();
        if (taken.isPresent()) {
            System.err.println("demo/run: " + taken.get());
            return CommandLine.ExitCode.USAGE;
        }
        Layout layout = new Layout(folder("project"), folder("run"));
        Console console = new Console(System.out, Boolean.getBoolean("demo.color"), Clock.systemUTC());
        return new Demo(layout, ports.chosen(), console).run(once);
    }

    /** The script knows where it lies, and where this run's folder is. */
    private static Path folder(String name) {
        return Path.of(System.getProperty("demo." + name)).toAbsolutePath();
    }
}
