package dev.fleethealth.bridge.dialect.awsiot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Messages;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.schemas.Initiator;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsIotDialectTest {

    @ParameterizedTest
    @CsvSource({
        "CLIENT_INITIATED_DISCONNECT,NORMAL,CLIENT",
        "DUPLICATE_CLIENTID,SESSION_TAKEN_OVER,SERVER",
        "DUPLICATE_CLIENT_ID,SESSION_TAKEN_OVER,SERVER",
        "MQTT_KEEP_ALIVE_TIMEOUT,KEEPALIVE_TIMEOUT,SERVER",
        "CONNECTION_LOST,NETWORK_LOST,NETWORK",
        "CLIENT_ERROR,PROTOCOL_ERROR,SERVER",
        "AUTH_ERROR,NOT_AUTHORIZED,SERVER",
        "FORBIDDEN_ACCESS,BLOCKED,SERVER",
        "API_INITIATED_DISCONNECT,ADMIN_KICK,SERVER",
        "THROTTLED,RATE_LIMITED,SERVER",
        "CUSTOMAUTH_TTL_EXPIRATION,CREDENTIAL_EXPIRED,SERVER",
        "WEBSOCKET_TTL_EXPIRATION,CREDENTIAL_EXPIRED,SERVER",
        "SERVER_INITIATED_DISCONNECT,SERVER_SHUTDOWN,SERVER",
        "SERVER_ERROR,SERVER_ERROR,SERVER",
        "UNKNOWN,UNKNOWN,UNKNOWN",
        "NONE,UNKNOWN,UNKNOWN",
        "BRAND_NEW_REASON,UNKNOWN,UNKNOWN"
    })
    void shouldCategorizeEachDocumentedReasonAndKeepItsSpelling(String reason, Category category, Initiator by) {
        // When
        ConnectionEvent.Builder event = disconnected("\"disconnectReason\":\"" + reason + "\"");

        // Then
        assertThat(event.getType()).isEqualTo(EventType.DISCONNECTED);
        assertThat(event.getCategory()).isEqualTo(category);
        assertThat(event.getInitiator()).isEqualTo(by);
        assertThat(event.getRawReason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT_INITIATED_DISCONNECT,true,NORMAL,CLIENT",
        "CLIENT_INITIATED_DISCONNECT,false,NORMAL,UNKNOWN",
        "CONNECTION_LOST,false,NETWORK_LOST,NETWORK",
        "CONNECTION_LOST,true,NETWORK_LOST,UNKNOWN",
        "SERVER_ERROR,true,SERVER_ERROR,UNKNOWN",
        "UNKNOWN,true,UNKNOWN,CLIENT",
        "UNKNOWN,false,UNKNOWN,UNKNOWN"
    })
    void shouldStandByTheReasonAndNameNobodyWhenTheFlagContradictsIt(
            String reason, boolean byClient, Category category, Initiator by) {
        // When
        ConnectionEvent.Builder event = disconnected(
                "\"disconnectReason\":\"%s\",\"clientInitiatedDisconnect\":%s".formatted(reason, byClient));

        // Then
        assertThat(event.getCategory()).isEqualTo(category);
        assertThat(event.getInitiator()).isEqualTo(by);
        assertThat(event.getAttributes()).containsEntry("clientInitiatedDisconnect", Boolean.toString(byClient));
    }

    @Test
    void shouldBeUnknownWhenTheDisconnectGivesNoReason() {
        // When
        ConnectionEvent.Builder event = disconnected("\"clientInitiatedDisconnect\":false");

        // Then
        assertThat(event.getCategory()).isEqualTo(Category.UNKNOWN);
        assertThat(event.getRawReason()).isNull();
    }

    @Test
    void shouldMapEveryDocumentedFieldWhenAClientConnects() {
        // When
        ConnectionEvent.Builder event = Messages.event("aws-iot", "$aws/events/presence/connected/d1", """
                {"clientId":"d1","thingName":"thing-1","timestamp":1573002230757,"eventType":"connected",
                 "sessionIdentifier":"s-1","principalIdentifier":"cert-1","ipAddress":"2001:db8::7","versionNumber":12}""");

        // Then
        assertThat(event.getType()).isEqualTo(EventType.CONNECTED);
        assertThat(event.getClientId()).isEqualTo("d1");
        assertThat(event.getConnectionId()).isEqualTo("s-1");
        assertThat(event.getSequence()).isEqualTo(12);
        assertThat(event.getUsername()).isEqualTo("cert-1");
        assertThat(event.getPeerAddress()).isEqualTo("2001:db8::7");
        assertThat(event.getPeerPort()).isNull();
        assertThat(event.getOccurredAt()).isEqualTo(Instant.ofEpochMilli(1_573_002_230_757L));
        assertThat(event.getConnectedAt()).isEqualTo(Instant.ofEpochMilli(1_573_002_230_757L));
        assertThat(event.getAttributes()).containsOnly(Map.entry("thingName", "thing-1"));
    }

    @Test
    void shouldBeRefusedWhenAConnectFails() {
        // When
        ConnectionEvent.Builder event = Messages.event("aws-iot", "$aws/events/presence/connect_failed/d1", """
                {"clientId":"d1","timestamp":1460065214626,"eventType":"connect_failed","ipAddress":"192.0.2.7",
                 "connectFailureReason":"AUTHORIZATION_FAILED"}""");

        // Then
        assertThat(event.getType()).isEqualTo(EventType.CONNECT_FAILED);
        assertThat(event.getCategory()).isEqualTo(Category.NOT_AUTHORIZED);
        assertThat(event.getInitiator()).isEqualTo(Initiator.SERVER);
        assertThat(event.getRawReason()).isEqualTo("AUTHORIZATION_FAILED");
        assertThat(event.getPeerAddress()).isEqualTo("192.0.2.7");
    }

    @Test
    void shouldKeepTheTopicsWhenAClientUnsubscribes() {
        // When
        ConnectionEvent.Builder event = Messages.event(
                "aws-iot", "", "{\"eventType\":\"unsubscribed\",\"clientId\":\"d1\",\"topics\":[\"a/b\",\"c\"]}");

        // Then
        assertThat(event.getType()).isEqualTo(EventType.UNSUBSCRIBED);
        assertThat(event.getAttributes()).containsOnly(Map.entry("topics", "[\"a/b\",\"c\"]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"THING_EVENT", "JOB", "renamed"})
    void shouldIgnoreWhenTheEventIsNotAboutConnections(String event) {
        assertThat(Messages.decode("aws-iot", "$aws/events/thing/t/created", "{\"eventType\":\"" + event + "\"}"))
                .isInstanceOf(Decoding.Ignored.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"clientId\":\"d1\"}|field eventType: expected text, found nothing",
                "{\"eventType\":\"connected\"}|field clientId: expected text, found nothing",
                "{\"eventType\":\"connected\",\"clientId\":\"d\",\"timestamp\":\"now\"}|field timestamp: expected epoch milliseconds, found text",
                "{\"eventType\":\"connected\",\"clientId\":\"d\",\"versionNumber\":-1}|field versionNumber: expected a whole number from 0, found a number",
                "{\"eventType\":\"disconnected\",\"clientId\":\"d\",\"clientInitiatedDisconnect\":\"no\"}|field clientInitiatedDisconnect: expected true or false, found text"
            })
    void shouldSayWhichFieldIsWrongWhenMalformed(String payload, String why) {
        assertThat(Messages.malformed("aws-iot", "", payload)).isEqualTo(why);
    }

    private static ConnectionEvent.Builder disconnected(String fields) {
        return Messages.event(
                "aws-iot",
                "$aws/events/presence/disconnected/d1",
                "{\"clientId\":\"d1\",\"eventType\":\"disconnected\"," + fields + "}");
    }
}
