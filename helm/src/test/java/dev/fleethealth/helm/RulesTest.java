package dev.fleethealth.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class RulesTest {
    private final List<JsonNode> rules = rules();

    @Test
    void shouldReadOnlyWhatTheProgramsMeasure() throws IOException {
        // Given
        KnownMetrics known = new KnownMetrics(recorded());

        // Then
        assertThat(rules).isNotEmpty().allSatisfy(rule -> assertThat(
                        new Expression(rule.get("expr").asText()).metrics())
                .as(rule.toString())
                .allMatch(known::has));
    }

    @Test
    void shouldSayWhatToDoWhenTheyFire() {
        assertThat(rules).filteredOn(rule -> rule.has("alert")).allSatisfy(alert -> {
            assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning", "none");
            assertThat(alert.at("/annotations/summary").asText()).isNotEmpty();
            String runbook = alert.at("/annotations/runbook").asText();
            assertThat(runbook).startsWith("docs/runbooks/");
            if (!runbook.contains("{{")) {
                assertThat(headings(runbook.split("#")[0])).contains(runbook.split("#")[1]);
            }
        });
    }

    private static Set<String> headings(String page) throws IOException {
        return Files.readAllLines(Path.of("..").resolve(page)).stream()
                .filter(line -> line.startsWith("#"))
                .map(line ->
                        line.replaceAll("^#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private Set<String> recorded() {
        return rules.stream()
                .filter(rule -> rule.has("record"))
                .map(rule -> rule.get("record").asText())
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> rules() {
        try {
            JsonNode file = new YAMLMapper()
                    .readTree(Chart.ROOT.resolve("files/prometheus/rules.yaml").toFile());
            return StreamSupport.stream(file.get("groups").spliterator(), false)
                    .flatMap(group -> StreamSupport.stream(group.get("rules").spliterator(), false))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
