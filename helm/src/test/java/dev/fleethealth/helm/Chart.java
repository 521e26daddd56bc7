package dev.fleethealth.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chart, rendered by Helm itself. */
final class Chart {
    static final Path ROOT = Path.of("fleet-health");

    private static final String KUBERNETES = "1.30.0";
    private static final ObjectMapper YAML = new YAMLMapper();

    private final Path directory;

    /**
     * The chart without its hook annotations: what has them is left out of what Helm renders outside of a cluster.
     *
     * @param copy an empty directory
     */
    Chart(Path copy) {
        directory = copy.resolve(ROOT.getFileName());
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = directory.resolve(ROOT.relativize(file).toString());
                Files.createDirectories(target.getParent());
                String text = Files.readString(file);
                Files.writeString(target, text.replaceAll("(?m)^ +(annotations:\\R +)?helm\\.sh/hook.*\\R", ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code helm lint --strict} says. */
    static LintResult lint() {
        return new Helm(ROOT).lint().strict().call();
    }

    /** Files of values, one for each way to install. */
    static Stream<Path> examples() {
        return list(ROOT.resolve("ci"), "-values.yaml");
    }

    static Stream<Path> dashboards() {
        return list(ROOT.resolve("files/dashboards"), ".json");
    }

    /** The manifests as one text. */
    String text(Path values, Map<String, ?> others) {
        TemplateCommand template = new Helm(directory)
                .template()
                .withName("example")
                .withNamespace("fleet")
                .withKubeVersion(KUBERNETES)
                .withValuesFile(values.toAbsolutePath());
        others.forEach(template::set);
        return template.call();
    }

    /** The manifests. */
    List<JsonNode> manifests(Path values) {
        return parse(text(values, Map.of()));
    }

    static List<JsonNode> parse(String manifests) {
        try {
            return YAML.readerFor(JsonNode.class).<JsonNode>readValues(manifests).readAll().stream()
                    .filter(JsonNode::isObject)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> list(Path directory, String suffix) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
