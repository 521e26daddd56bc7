package dev.fleethealth.demo.stack;

import dev.fleethealth.demo.Console;
import dev.fleethealth.demo.Console.Style;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The running processes. Once closed, nothing can be started any more, so that none is left behind. */
final class Processes implements AutoCloseable {
    /** How long a process may take to be ready, on a slow machine. */
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    /** How long a process may take to end before it is killed. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private static final long BETWEEN_PROBES_MILLIS = 150;

    private final Layout layout;
    private final Console console;
    private final Deque<ChildProcess> running = new ArrayDeque<>();
    private boolean closed;

    Processes(Layout layout, Console console) {
        this.layout = layout;
        this.console = console;
    }

    synchronized ChildProcess start(String name, List<String> command, Map<String, String> environment) {
        if (closed) {
            throw new StackFailedException("stopping");
        }
        ChildProcess process =
                ChildProcess.start(name, command, environment, layout.createData(name), layout.log(name));
        running.push(process);
        return process;
    }

    /** Runs the command to its end. */
    void run(String name, List<String> command) throws InterruptedException {
        ChildProcess process = start(name, command, Map.of());
        int exitCode = process.await();
        forget(process);
        if (exitCode != 0) {
            throw new StackFailedException(
                    "%s failed with exit code %d, see %s".formatted(name, exitCode, layout.log(name)));
        }
    }

    /** Starts all of them, then waits until each is ready. */
    void start(List<Component> components) throws InterruptedException {
        Instant begin = Instant.now();
        List<ChildProcess> started = components.stream()
                .map(component -> start(component.name(), component.command(), component.environment()))
                .toList();
        for (int i = 0; i < started.size(); i++) {
            await(started.get(i), components.get(i).probe(), begin);
            console.say(
                    Style.PLAIN,
                    "  %-9s is ready: %s"
                            .formatted(
                                    components.get(i).name(), components.get(i).address()));
        }
    }

    /** @throws StackFailedException when a process has ended on its own */
    synchronized void requireAllAlive() {
        for (ChildProcess process : running) {
            if (!process.isAlive()) {
                throw died(process);
            }
        }
    }

    /** The last lines of every process's log. */
    synchronized void printTails(int lines) {
        for (ChildProcess process : running) {
            console.print(Style.BOLD, "--- " + layout.log(process.name()));
            process.tail(lines).forEach(line -> console.print(Style.FAINT, line));
        }
    }

    /** Stops the youngest first, because the older ones are what it works with. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!running.isEmpty()) {
            running.pop().stop(STOP_LIMIT);
        }
    }

    private synchronized void forget(ChildProcess process) {
        running.remove(process);
    }

    private void await(ChildProcess process, Probe probe, Instant begin) throws InterruptedException {
        while (!probe.isReady()) {
            if (!process.isAlive()) {
                throw died(process);
            }
            if (Duration.between(begin, Instant.now()).compareTo(START_LIMIT) > 0) {
                throw new StackFailedException("%s is not ready after %d s, see %s"
                        .formatted(process.name(), START_LIMIT.toSeconds(), layout.log(process.name())));
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_PROBES_MILLIS);
        }
    }

    private StackFailedException died(ChildProcess process) {
        return new StackFailedException(
                "%s ended on its own, see %s".formatted(process.name(), layout.log(process.name())));
    }
}
