package dev.fleethealth.streams.delivery.integration;

import dev.fleethealth.testkit.process.ChildProcess;
import dev.fleethealth.testkit.process.InstalledProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The real Alertmanager and Prometheus, where they are installed. */
final class Programs {
    private static final String ALERTMANAGER = "prometheus-alertmanager";
    private static final String PROMETHEUS = "prometheus";

    private Programs() {}

    static boolean areInstalled() {
        return Stream.of(ALERTMANAGER, PROMETHEUS).map(InstalledProgram::find).allMatch(Optional::isPresent);
    }

    /** An Alertmanager that pages the sink for each alert by itself. */
    static ChildProcess alertmanager(Path folder, int port, String sink) throws IOException {
        Files.createDirectories(folder);
        Path config = Files.writeString(folder.resolve("alertmanager.yml"), """
                route: {receiver: sink, group_by: ['...'], group_wait: 100ms, group_interval: 1s, repeat_interval: 1h}
                receivers:
                  - name: sink
                    pagerduty_configs:
                      - {routing_key: key, url: '%s/v2/enqueue', send_resolved: true}
                """.formatted(sink));
        return ChildProcess.start(
                folder,
                List.of(
                        ALERTMANAGER,
                        "--config.file=" + config,
                        "--storage.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address="));
    }

    /** A Prometheus that scrapes one program each second, and alerts when a delivery had to be retried. */
    static ChildProcess prometheus(Path folder, int port, int scraped, int alertmanager) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("rules.yml"), """
                groups:
                  - name: delivery
                    rules:
                      - alert: DeliveryFailing
                        expr: sum by (target) (fleet_health_deliveries_total{outcome="retried"}) > 0
                        annotations: {summary: 'Delivery to {{ $labels.target }} fails'}
                """);
        Path config = Files.writeString(folder.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: [rules.yml]
                scrape_configs:
                  - job_name: fleet-streams
                    static_configs: [{targets: ['127.0.0.1:%d']}]
                alerting:
                  alertmanagers: [{static_configs: [{targets: ['127.0.0.1:%d']}]}]
                """.formatted(scraped, alertmanager));
        return ChildProcess.start(
                folder,
                List.of(
                        PROMETHEUS,
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port));
    }
}
