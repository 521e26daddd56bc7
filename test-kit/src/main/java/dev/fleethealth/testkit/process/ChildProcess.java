package dev.fleethealth.testkit.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program in a process of its own. It does not outlive this JVM, as long as that ends in order. */
public final class ChildProcess implements AutoCloseable {
    private static final Duration LONGEST_KILL = Duration.ofSeconds(10);

    private final Process process;
    private final Path folder;
    private final Thread atExit;

    private ChildProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts a program.
     *
     * @param folder where what it writes goes, behind what is there: {@code out} and {@code err}
     */
    public static ChildProcess start(Path folder, List<String> command) throws IOException {
        Files.createDirectories(folder);
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(out(folder)))
                .redirectError(ProcessBuilder.Redirect.appendTo(err(folder)))
                .start();
        return new ChildProcess(process, folder);
    }

    /** Starts Java, with the program that runs this test. */
    public static ChildProcess java(Path folder, String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return start(
                folder, Stream.concat(Stream.of(java), Arrays.stream(arguments)).toList());
    }

    /** Its number on this machine. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGTERM: tells it to stop. */
    public void terminate() {
        process.destroy();
    }

    /** SIGKILL: ends it at once, without a word; it is gone afterwards. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitExit(LONGEST_KILL);
    }

    /** SIGSTOP: it stands still, and its connections stay. */
    public void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** SIGCONT: it goes on. */
    public void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    /** Has a Java program collect its garbage, so that its heap shows what it holds. */
    public void collectGarbage() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        run(jcmd, Long.toString(process.pid()), "GC.run");
    }

    /**
     * Its exit code.
     *
     * @throws IllegalStateException when it is still there after that time
     */
    public int awaitExit(Duration longest) throws InterruptedException {
        if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("process " + process.pid() + " still runs after " + longest);
        }
        return process.exitValue();
    }

    /** What it has written to standard output so far. */
    public String output() throws IOException {
        return Files.readString(out(folder).toPath());
    }

    /** What it has written to standard error so far. */
    public String errors() throws IOException {
        return Files.readString(err(folder).toPath());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException shuttingDown) {
            // It is about to run.
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        run("kill", name, Long.toString(process.pid()));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + exit);
        }
    }

    private static File out(Path folder) {
        return folder.resolve("out").toFile();
    }

    private static File err(Path folder) {
        return folder.resolve("err").toFile();
    }
}
