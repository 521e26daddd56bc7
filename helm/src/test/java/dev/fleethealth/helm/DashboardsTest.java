package dev.fleethealth.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of Grafana's dashboard linter, whose names stand beside them, and ours. */
class DashboardsTest {
    private static final String SOURCE = "${datasource}";
    private static final int SCHEMA_VERSION = 42;
    private static final int ON_TIME_CHANGE = 2;

    /** A fixed time, whatever range is looked at: "in the last hour", or the step of an annotation. */
    private static final Set<String> FIXED_RANGES = Set.of("[1m]", "[1h]", "[1d]");

    @Test
    void shouldHaveTitlesAndIdsOfTheirOwn() {
        List<JsonNode> dashboards = dashboards().toList();

        assertThat(dashboards).hasSizeGreaterThanOrEqualTo(4);
        assertThat(dashboards).extracting(each -> each.path("uid").asText()).doesNotHaveDuplicates();
        assertThat(dashboards).extracting(each -> each.path("title").asText()).doesNotHaveDuplicates();
    }

    /** uneditable-dashboard, template-datasource, template-job, template-instance, template-on-time-change-reload. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldFollowTheUsersChoices(JsonNode dashboard) {
        assertThat(dashboard.path("schemaVersion").asInt()).isEqualTo(SCHEMA_VERSION);
        assertThat(dashboard.path("editable").asBoolean(true)).isFalse();
        JsonNode source = variable(dashboard, "datasource");
        assertThat(source.path("type").asText()).isEqualTo("datasource");
        assertThat(source.path("query").asText()).isEqualTo("prometheus");
        for (String name : List.of("job", "instance")) {
            JsonNode variable = variable(dashboard, name);
            assertThat(variable.path("multi").asBoolean()).as(name).isTrue();
            assertThat(variable.path("allValue").asText()).as(name).isEqualTo(".+");
        }
        assertThat(elements(dashboard.at("/templating/list")))
                .filteredOn(variable -> variable.path("type").asText().equals("query"))
                .allSatisfy(variable -> {
                    assertThat(variable.path("refresh").asInt()).isEqualTo(ON_TIME_CHANGE);
                    assertThat(variable.at("/datasource/uid").asText()).isEqualTo(SOURCE);
                });
    }

    /** panel-title-description, panel-datasource, panel-units, panel-no-targets. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldExplainEveryPanel(JsonNode dashboard) {
        assertThat(panels(dashboard)).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotEmpty();
            assertThat(panel.path("description").asText())
                    .as(panel.path("title").asText())
                    .isNotEmpty();
            assertThat(panel.at("/datasource/uid").asText()).isEqualTo(SOURCE);
            assertThat(panel.at("/fieldConfig/defaults/unit").asText())
                    .as("unit of %s", panel.path("title"))
                    .isNotEmpty();
            assertThat(elements(panel.path("targets"))).isNotEmpty().allSatisfy(target -> {
                assertThat(target.at("/datasource/uid").asText()).isEqualTo(SOURCE);
                assertThat(target.path("expr").asText()).isNotEmpty();
            });
        });
        assertThat(panels(dashboard).stream().map(panel -> panel.path("id").asInt()))
                .doesNotHaveDuplicates();
    }

    /** target-job, target-instance, target-counter-agg, target-rate-interval. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldAskForRatesOfTheChosenInstances(JsonNode dashboard) {
        assertThat(expressions(dashboard)).isNotEmpty().allSatisfy(expression -> {
            assertThat(expression.bareCounters()).isEmpty();
            assertThat(expression.selectors()).isNotEmpty().allSatisfy(selector -> assertThat(selector)
                    .contains("job=~\"$job\"")
                    .contains("instance=~\"$instance\""));
            assertThat(expression.ranges())
                    .allMatch(range -> range.equals("[$__rate_interval]") || FIXED_RANGES.contains(range));
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldReadOnlyWhatTheProgramsMeasure(JsonNode dashboard) {
        // Given
        KnownMetrics known = new KnownMetrics(Set.of());

        // Then
        assertThat(expressions(dashboard)).allSatisfy(expression -> assertThat(expression.metrics())
                .as(expression.text())
                .isNotEmpty()
                .allMatch(known::has)
                .hasSizeLessThanOrEqualTo(expression.selectors().size()));
        assertThat(elements(dashboard.at("/templating/list")))
                .filteredOn(variable -> variable.path("type").asText().equals("query"))
                .allSatisfy(variable -> assertThat(variable.path("definition").asText())
                        .matches(definition -> known.has(definition.replaceAll("label_values\\(([a-z_]+).*", "$1"))));
    }

    private static Stream<JsonNode> dashboards() {
        return Chart.dashboards().map(DashboardsTest::read);
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode variable(JsonNode dashboard, String name) {
        return elements(dashboard.at("/templating/list")).stream()
                .filter(variable -> variable.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no variable " + name));
    }

    /** Without rows, which hold nothing but a title. */
    private static List<JsonNode> panels(JsonNode dashboard) {
        return elements(dashboard.path("panels")).stream()
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    private static List<Expression> expressions(JsonNode dashboard) {
        List<JsonNode> queries = new ArrayList<>(elements(dashboard.at("/annotations/list")));
        panels(dashboard).forEach(panel -> queries.addAll(elements(panel.path("targets"))));
        return queries.stream()
                .map(query -> new Expression(query.path("expr").asText()))
                .filter(expression -> !expression.text().isEmpty())
                .toList();
    }

    private static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
