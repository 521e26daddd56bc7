package dev.fleethealth.demo.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DashboardsTest {
    private static final Path FILES = Path.of("../helm/fleet-health/files");
    private static final Pattern METRIC = Pattern.compile("\\b(fleet_|kafka_|jvm_|process_|system_)\\w+");
    private static final Pattern STATISTIC = Pattern.compile("_(bucket|count|sum)$");

    private final List<PanelQuery> queries = Dashboards.queries(FILES.resolve("dashboards"));

    @Test
    void shouldReadTheQueriesOfPanelsAndAnnotations() {
        assertThat(queries)
                .contains(new PanelQuery(
                        "Fleet Health / Pipeline / Ready", "sum(fleet_ready{job=~\".+\",instance=~\".+\"})"))
                .anyMatch(query -> query.place().endsWith("annotation Alerts resolved"));
    }

    @Test
    void shouldLeaveNoVariableAndNoAnswerThatIsNone() {
        assertThat(queries)
                .extracting(PanelQuery::expression)
                .noneMatch(expression -> expression.contains("$"))
                .noneMatch(expression -> expression.contains("or vector"));
    }

    @Test
    void shouldAskForMetricsThatThereAre() throws Exception {
        // Given
        String page = Files.readString(Path.of("../docs/metrics.md"));
        String asked = queries.stream().map(PanelQuery::expression).collect(Collectors.joining("\n")) + rules();
        // When
        List<String> names = METRIC.matcher(asked)
                .results()
                .map(match -> STATISTIC.matcher(match.group()).replaceFirst(""))
                .distinct()
                .toList();
        // Then
        assertThat(names).hasSizeGreaterThan(20).allSatisfy(name -> assertThat(page)
                .contains("`" + name + "`"));
    }

    private static String rules() throws IOException {
        return Files.readAllLines(FILES.resolve("prometheus/rules.yaml")).stream()
                .filter(line -> !line.strip().startsWith("#"))
                .collect(Collectors.joining("\n"));
    }
}
