package dev.fleethealth.bridge.dialect.clearblade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Messages;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTriggerTest {

    @ParameterizedTest
    @CsvSource({
        "Messaging::MQTTDeviceConnected,CONNECTED,",
        "Messaging::MQTTDeviceDisconnected,DISCONNECTED,UNKNOWN",
        "MQTTDeviceDisconnected,DISCONNECTED,UNKNOWN"
    })
    void shouldTellOfTheDeviceAndGiveNoReason(String trigger, EventType type, Category category) {
        // When
        ConnectionEvent.Builder event = Messages.event(
                "clearblade",
                "fleet/events",
                "{\"trigger\":\"%s\",\"deviceName\":\"d-1\",\"timestamp\":1795154400000}".formatted(trigger));

        // Then
        assertThat(event.getType()).isEqualTo(type);
        assertThat(event.getClientId()).isEqualTo("d-1");
        assertThat(event.getCategory()).isEqualTo(category);
        assertThat(event.getRawReason()).isNull();
        assertThat(event.getOccurredAt()).isEqualTo(Instant.ofEpochMilli(1_795_154_400_000L));
    }

    @Test
    void shouldNameNoClientWhenAUserConnects() {
        // When
        ConnectionEvent.Builder event = Messages.event(
                "clearblade", "", "{\"trigger\":\"Messaging::MQTTUserConnected\",\"email\":\"u@example.com\"}");

        // Then
        assertThat(event.getUsername()).isEqualTo("u@example.com");
        assertThat(event.getClientId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Messaging::Publish", "Messaging::Subscribe", "Device::DeviceUpdated", ""})
    void shouldIgnoreWhenTheTriggerIsNotAboutConnections(String trigger) {
        assertThat(Messages.decode("clearblade", "", "{\"trigger\":\"" + trigger + "\"}"))
                .isInstanceOf(Decoding.Ignored.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"trigger\":7}|field trigger: expected text, found a number",
                "{\"trigger\":\"Messaging::MQTTDeviceConnected\"}|field deviceName: expected text, found nothing",
                "{\"trigger\":\"Messaging::MQTTUserConnected\"}|field email: expected text, found nothing",
                "{\"trigger\":\"Messaging::MQTTDeviceConnected\",\"deviceName\":\"d\",\"timestamp\":\"now\"}|field timestamp: expected epoch milliseconds, found text"
            })
    void shouldSayWhichFieldIsWrongWhenMalformed(String payload, String why) {
        assertThat(Messages.malformed("clearblade", "", payload)).isEqualTo(why);
    }
}
