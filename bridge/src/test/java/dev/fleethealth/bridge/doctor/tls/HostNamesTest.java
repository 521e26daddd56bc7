package dev.fleethealth.bridge.doctor.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNamesTest {
    private static final HostNames NAMES =
            new HostNames(List.of("broker.example.com", "*.mqtt.example.com"), List.of("192.0.2.7"));

    @ParameterizedTest
    @CsvSource({
        "broker.example.com,      true",
        "BROKER.Example.com,      true",
        "other.example.com,       false",
        "eu.mqtt.example.com,     true",
        "mqtt.example.com,        false",
        "a.eu.mqtt.example.com,   false",
        "192.0.2.7,               true",
        "192.0.2.8,               false",
        "localhost,               false",
    })
    void shouldLetAnAsteriskStandForOneLabel(String host, boolean included) {
        assertThat(NAMES.include(host)).isEqualTo(included);
    }
}
