package dev.fleethealth.demo.stack;

import dev.fleethealth.demo.Console;
import dev.fleethealth.demo.Console.Style;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The running processes. Once closed, nothing can be started any more, so that none is left behind. */
final class Processes implements AutoCloseable {
    /** How long a process may take to be ready, on a slow machine. */
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private static final long BETWEEN_PROBES_MILLIS = 150;

    private final Layout layout;
    private final Console console;
    private final InstantSource clock;
    private final Deque<ChildProcess> running = new ArrayDeque<>();
    private boolean closed;

    Processes(Layout layout, Console console, InstantSource clock) {
        this.layout = layout;
        this.console = console;
        this.clock = clock;
    }

    /** Runs the component to its end. */
    void run(Component component) throws InterruptedException {
        ChildProcess process = start(component);
        int exitCode = process.await();
        forget(process);
        if (exitCode != 0) {
            throw new StackFailedException(process.name(), "failed with exit code " + exitCode, process.log());
        }
    }

    /** Starts all of them, then waits until each is ready. */
    void start(List<Component> components) throws InterruptedException {
        Instant deadline = clock.instant().plus(START_LIMIT);
        List<ChildProcess> started = components.stream().map(this::start).toList();
        for (ChildProcess process : started) {
            await(process, deadline);
            console.say(Style.PLAIN, "  %-9s is ready: %s".formatted(process.name(), process.address()));
        }
    }

    /** @throws StackFailedException when a process has ended on its own */
    synchronized void requireAllAlive() {
        running.forEach(Processes::requireAlive);
    }

    /** Stops the youngest first, because the older ones are what it works with. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!running.isEmpty()) {
            running.pop().stop();
        }
    }

    private synchronized ChildProcess start(Component component) {
        if (closed) {
            throw new StackFailedException(component.name(), "was not started: the demo is stopping", layout.run());
        }
        ChildProcess process =
                ChildProcess.start(component, layout.createData(component.name()), layout.log(component.name()));
        running.push(process);
        return process;
    }

    private synchronized void forget(ChildProcess process) {
        running.remove(process);
    }

    private void await(ChildProcess process, Instant deadline) throws InterruptedException {
        while (!process.isReady()) {
            requireAlive(process);
            if (clock.instant().isAfter(deadline)) {
                throw new StackFailedException(
                        process.name(), "is not ready after %d s".formatted(START_LIMIT.toSeconds()), process.log());
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_PROBES_MILLIS);
        }
    }

    private static void requireAlive(ChildProcess process) {
        if (!process.isAlive()) {
            throw new StackFailedException(process.name(), "ended on its own", process.log());
        }
    }
}
