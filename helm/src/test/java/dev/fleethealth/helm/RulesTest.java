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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** What {@code promtool test rules} runs; see {@link PromtoolTest}. */
    @Test
    void shouldHaveACaseThatFiresAndOneThatDoesNotForEveryAlert() throws IOException {
        // When
        Map<Boolean, Set<String>> cases = elements(cases(), "alert_rule_test")
                .collect(Collectors.partitioningBy(
                        each -> each.get("exp_alerts").isEmpty(),
                        Collectors.mapping(each -> each.get("alertname").asText(), Collectors.toSet())));

        // Then
        List<String> alerts = rules.stream()
                .filter(rule -> rule.has("alert"))
                .map(rule -> rule.get("alert").asText())
                .toList();
        assertThat(alerts).isNotEmpty().allMatch(cases.get(false)::contains);
        assertThat(alerts)
                .filteredOn(alert -> !alert.equals("FleetHealthWatchdog"))
                .allMatch(cases.get(true)::contains);
    }

    @Test
    void shouldHaveACaseForEveryRecording() throws IOException {
        // When
        Set<String> tried = elements(cases(), "promql_expr_test")
                .flatMap(each -> new Expression(each.get("expr").asText()).metrics().stream())
                .collect(Collectors.toSet());

        // Then
        assertThat(tried).containsAll(recorded());
    }

    private static JsonNode cases() throws IOException {
        return new YAMLMapper()
                .readTree(Path.of("src/test/prometheus/rules-test.yaml").toFile())
                .get("tests");
    }

    private static Stream<JsonNode> elements(JsonNode groups, String list) {
        return StreamSupport.stream(groups.spliterator(), false)
                .flatMap(group -> StreamSupport.stream(group.path(list).spliterator(), false));
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
            return elements(file.get("groups"), "rules").toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
