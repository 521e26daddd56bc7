package dev.fleethealth.streams.delivery.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.streams.config.ProgramConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliverySettingsTest {
    private static final String PAGERDUTY = "{type: pagerduty, routing-key: '${env:PATH}'}";

    @TempDir
    private Path folder;

    @Test
    void shouldBeOffWithoutTargets() throws IOException {
        assertThat(load("application-id: any").settings().delivery().isOn()).isFalse();
    }

    @Test
    void shouldMaskSecrets() throws IOException {
        assertThat(load("delivery: {targets: [" + PAGERDUTY + "]}").print())
                .contains("routing-key: '****'")
                .doesNotContain(System.getenv("PATH"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {type: pagerduty}                                        | delivery.targets[0].routing-key: required
                    {type: pagerduty, routing-key: plain}                    | delivery.targets[0].routing-key: expected a reference
                    {type: pager}                                            | delivery.targets[0].type: expected one of alertmanager, pagerduty, slack, webhook
                    {type: webhook, url: 'ftp://x'}                          | delivery.targets[0].url: expected http://host
                    {type: webhook, url: 'http://x', limits: {flod: 1}}      | delivery.targets[0].limits.flod: unknown key, did you mean flood?
                    {type: slack, url: '${env:PATH}'}                        | delivery.targets[0].url: expected a secret that is the https:// address
                    """)
    void shouldSayWhatIsWrongWithATarget(String target, String expected) {
        assertThatThrownBy(() -> load("delivery: {targets: [" + target + "]}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    routes: [{match: {}, targets: [nobody]}]                     | delivery.routes[0].targets: expected names of targets (pagerduty)
                    routes: [{match: {fleets: ['/[/']}, targets: []}]            | delivery.routes[0].match.fleets[0]: expected a regular expression
                    routes: [{match: {severities: [bad]}, targets: []}]          | delivery.routes[0].match.severities[0]: expected one of critical, info, warning
                    silences: [{id: a, match: {}, from: '2026-11-20T08:00:00Z', until: '2026-11-20T08:00:00Z'}] | delivery.silences[0].until: expected a time after from
                    max-age: 1s                                                  | delivery.max-age: expected 1m to 30d
                    """)
    void shouldSayWhatIsWrongWithARule(String rule, String expected) {
        assertThatThrownBy(() -> load("delivery:\n  targets: [" + PAGERDUTY + "]\n  " + rule))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void shouldRefuseTwoTargetsOfOneName() {
        assertThatThrownBy(() -> load("delivery: {targets: [" + PAGERDUTY + ", " + PAGERDUTY + "]}"))
                .hasMessageContaining("\"pagerduty\" stands twice");
    }

    private ProgramConfiguration load(String yaml) throws IOException {
        return ProgramConfiguration.load(Optional.of(Files.writeString(folder.resolve("streams.yaml"), yaml)));
    }
}
