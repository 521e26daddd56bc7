package dev.fleethealth.demo.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process that the demo started; everything it says goes to its log file. */
final class ChildProcess {
    private final Component component;
    private final Process process;
    private final Path log;

    private ChildProcess(Component component, Process process, Path log) {
        this.component = component;
        this.process = process;
        this.log = log;
    }

    /**
     * @param folder in which it works
     * @throws UncheckedIOException when the command cannot be started
     */
    static ChildProcess start(Component component, Path folder, Path log) {
        ProcessBuilder builder = new ProcessBuilder(component.command())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(component.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new ChildProcess(component, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + component.name(), e);
        }
    }

    String name() {
        return component.name();
    }

    String address() {
        return component.address();
    }

    Path log() {
        return log;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean isReady() throws InterruptedException {
        return component.probe().isReady();
    }

    /** Waits for the end; the exit code. */
    int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends the process, by force when it takes longer than it may. */
    void stop() {
        Duration limit = component.stopLimit();
        try {
            if (!limit.isZero()) {
                process.destroy();
            }
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
