package dev.fleethealth.demo.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where everything lies.
 *
 * @param project root of the source tree
 * @param run folder of this run: logs, which stay, and data, which do not
 */
public record Layout(Path project, Path run) {
    private static final DateTimeFormatter RUN_NAME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    /** Of a run that begins now. */
    public static Layout ofRun(Path project, LocalDateTime now) {
        return new Layout(project, project.resolve("demo/target/run").resolve(RUN_NAME.format(now)));
    }

    /** Class path of the processes that come from elsewhere: Kafka and HiveMQ. */
    String stackClassPath() {
        Path target = target();
        return String.join(
                File.pathSeparator,
                target.resolve("fleet-demo.jar").toString(),
                target.resolve("lib") + "/*",
                target.resolve("stack-lib") + "/*");
    }

    Path registryJar() {
        return newest(target().resolve("registry"), "-runner.jar");
    }

    Path bridgeJar() {
        return project.resolve("bridge/target/fleet-bridge.jar");
    }

    Path streamsJar() {
        return project.resolve("streams-app/target/fleet-streams.jar");
    }

    /** The extension as its module packages it, ready for a broker's {@code extensions/} folder. */
    Path extensionZip() {
        return newest(project.resolve("hivemq-extension/target"), ".zip");
    }

    /** A program's configuration as it is kept with the demo. */
    Path configuration(String program) {
        return project.resolve("demo").resolve(program + ".yaml");
    }

    /** Grafana's dashboards. */
    public Path dashboards() {
        return project.resolve("helm/fleet-health/files/dashboards");
    }

    /** Prometheus' rules. */
    Path rules() {
        return project.resolve("helm/fleet-health/files/prometheus/rules.yaml");
    }

    /** The copy that the program is started with; the ports in it are those of this run. */
    Path effectiveConfiguration(String program) {
        return run.resolve(program + ".yaml");
    }

    /** Where everything that the component says goes. */
    public Path log(String component) {
        return run.resolve(component + ".log");
    }

    /** A folder for what the component keeps while it runs. */
    Path data(String component) {
        return data().resolve(component);
    }

    /** The component's folder, which is there afterwards. */
    Path createData(String component) {
        try {
            return Files.createDirectories(data(component));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + data(component), e);
        }
    }

    /** Removes everything that the components kept. */
    void removeData() {
        if (!Files.exists(data())) {
            return;
        }
        try (Stream<Path> files = Files.walk(data())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + data(), e);
        }
    }

    private Path data() {
        return run.resolve("data");
    }

    private Path target() {
        return project.resolve("demo/target");
    }

    /** Builds of other versions may lie beside. */
    private static Path newest(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow(() -> new IllegalStateException("no *" + ending + " in " + folder));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
