package dev.fleethealth.bridge.dialect.emqx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.DialectOptions;
import dev.fleethealth.bridge.dialect.Messages;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmqxDialectTest {
    private static final String PRESENCE = "$SYS/brokers/emqx@10.0.0.1/clients/d1/";

    @Test
    void shouldMapEveryFieldWhenARuleSaysThatAClientConnected() {
        // When
        ConnectionEvent.Builder event = Messages.event("emqx", "fleet/events", """
                {"clientid":"undefined","username":"undefined","mountpoint":"undefined","peername":"10.1.2.3:56431",
                 "sockname":"0.0.0.0:1883","proto_name":"MQTT","proto_ver":5,"keepalive":60,"clean_start":true,
                 "receive_maximum":32,"expiry_interval":3600,"is_bridge":false,
                 "conn_props":{"User-Property":{"firmware":"1.2"},"User-Property-Pairs":[]},
                 "connected_at":1795154500000,"client_attrs":{"site":"kiel"},"event":"client.connected",
                 "timestamp":1795154500003,"node":"emqx@127.0.0.1"}""");

        // Then
        assertThat(event.getType()).isEqualTo(EventType.CONNECTED);
        assertThat(event.getClientId()).isEqualTo("undefined");
        assertThat(event.getUsername()).isNull();
        assertThat(event.getConnectionId()).isEqualTo("10.1.2.3:56431");
        assertThat(event.getPeerAddress()).isEqualTo("10.1.2.3");
        assertThat(event.getPeerPort()).isEqualTo(56431);
        assertThat(event.getListener()).isEqualTo("0.0.0.0:1883");
        assertThat(event.getNode()).isEqualTo("emqx@127.0.0.1");
        assertThat(event.getProtocolLevel()).isEqualTo(5);
        assertThat(event.getKeepAliveSeconds()).isEqualTo(60);
        assertThat(event.getCleanStart()).isTrue();
        assertThat(event.getSessionExpirySeconds()).isEqualTo(3600);
        assertThat(event.getOccurredAt()).isEqualTo(Instant.ofEpochMilli(1795154500000L));
        assertThat(event.getConnectedAt()).isEqualTo(Instant.ofEpochMilli(1795154500000L));
        assertThat(event.getAttributes())
                .isEqualTo(Map.of(
                        "proto_name", "MQTT",
                        "receive_maximum", "32",
                        "is_bridge", "false",
                        "conn_props.User-Property.firmware", "1.2",
                        "client_attrs.site", "kiel"));
    }

    @Test
    void shouldKnowBothEndsByOneIdWhenARuleReportsAConnection() {
        // Given
        String peer = "\"clientid\":\"d\",\"peername\":\"::1:7\"}";

        // When
        ConnectionEvent.Builder connected = Messages.event("emqx", "", "{\"event\":\"client.connected\"," + peer);
        ConnectionEvent.Builder ended = Messages.event("emqx", "", "{\"event\":\"client.disconnected\"," + peer);

        // Then
        assertThat(connected.getConnectionId())
                .isEqualTo(ended.getConnectionId())
                .isEqualTo("::1:7");
    }

    @ParameterizedTest
    @CsvSource({
        "$events/client_connected,CONNECTED",
        "$events/client/connected,CONNECTED",
        "$events/client_disconnected,DISCONNECTED",
        "$events/client/disconnected,DISCONNECTED",
        "$events/client_connack,CONNECT_FAILED",
        "$events/client/connack,CONNECT_FAILED",
        "$events/client_check_authn_complete,CONNECT_FAILED",
        "$events/auth/check_authn_complete,CONNECT_FAILED",
        "$events/session_subscribed,SUBSCRIBED",
        "$events/session/unsubscribed,UNSUBSCRIBED"
    })
    void shouldGoByTheTopicWhenTheRuleDoesNotSelectTheEvent(String topic, EventType type) {
        assertThat(Messages.event("emqx", topic, "{\"clientid\":\"d\",\"reason_code\":\"banned\"}")
                        .getType())
                .isEqualTo(type);
    }

    @Test
    void shouldGoByTheEventWhenTheTopicSaysSomethingElse() {
        assertThat(Messages.event(
                                "emqx",
                                "$events/client_connected",
                                "{\"event\":\"client.disconnected\",\"clientid\":\"d\"}")
                        .getType())
                .isEqualTo(EventType.DISCONNECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client.ping",
                "client.check_authz_complete",
                "client.check_acl_complete",
                "message.dropped",
                "delivery.dropped",
                "sys.alarm_activated"
            })
    void shouldIgnoreWhenTheEventIsNotAboutConnections(String event) {
        assertThat(Messages.decode("emqx", "", "{\"event\":\"" + event + "\"}")).isInstanceOf(Decoding.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client.connack", "client.check_authn_complete"})
    void shouldIgnoreWhenAClientWasAccepted(String event) {
        assertThat(Messages.decode("emqx", "", "{\"event\":\"" + event + "\",\"reason_code\":\"success\"}"))
                .isInstanceOf(Decoding.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"undefined\"", "null"})
    void shouldNameNoClientWhenARefusedOneHadNoId(String clientId) {
        // When
        ConnectionEvent.Builder event = Messages.event(
                "emqx",
                "",
                "{\"event\":\"client.connack\",\"reason_code\":\"banned\",\"peername\":\"10.0.0.1:7\",\"clientid\":"
                        + clientId + "}");

        // Then
        assertThat(event.getClientId()).isNull();
        assertThat(event.getPeerAddress()).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({"5.8.9,7200", "6.2.2,7200", "4.4.19,7200000"})
    void shouldCountSessionExpiryInSecondsWhenConnackCountsOtherwise(String version, long seconds) {
        // When
        Decoding decoding = new EmqxDialectFactory()
                .create(new DialectOptions(Optional.of(version)))
                .decode(Messages.of(
                        "", "{\"event\":\"client.connack\",\"reason_code\":\"banned\",\"expiry_interval\":7200000}"));

        // Then
        assertThat(((Decoding.Events) decoding).drafts().get(0).getSessionExpirySeconds())
                .isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({"'',7200", "'\"connack\":0,',7200000"})
    void shouldCountSessionExpiryInSecondsWhenPresenceCountsOtherwise(String version4, long seconds) {
        // When
        ConnectionEvent.Builder event = Messages.event(
                "emqx", PRESENCE + "connected", "{" + version4 + "\"clientid\":\"d\",\"expiry_interval\":7200000}");

        // Then
        assertThat(event.getSessionExpirySeconds()).isEqualTo(seconds);
    }

    @Test
    void shouldTakeTheClientIdFromThePayloadWhenItHasSlashes() {
        // When
        ConnectionEvent.Builder event = Messages.event(
                "emqx",
                "$SYS/brokers/emqx@10.0.0.1/clients/a/clients/connected/disconnected",
                "{\"clientid\":\"a/clients/connected\",\"ipaddress\":\"10.0.0.9\",\"sockport\":1883}");

        // Then
        assertThat(event.getType()).isEqualTo(EventType.DISCONNECTED);
        assertThat(event.getClientId()).isEqualTo("a/clients/connected");
        assertThat(event.getNode()).isEqualTo("emqx@10.0.0.1");
        assertThat(event.getPeerAddress()).isEqualTo("10.0.0.9");
        assertThat(event.getListener()).isEqualTo("1883");
        assertThat(event.getConnectionId()).isNull();
    }

    @Test
    void shouldKeepTheVersionAsAnAttributeWhenAGatewayHasNoMqttLevel() {
        // When
        ConnectionEvent.Builder event = Messages.event(
                "emqx",
                "$SYS/brokers/emqx@10.0.0.1/gateway/coap/clients/d1/connected",
                "{\"clientid\":\"d1\",\"protocol\":\"coap\",\"proto_ver\":\"1\"}");

        // Then
        assertThat(event.getType()).isEqualTo(EventType.CONNECTED);
        assertThat(event.getProtocolLevel()).isNull();
        assertThat(event.getAttributes()).containsEntry("proto_ver", "1").containsEntry("protocol", "coap");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$SYS/brokers/emqx@10.0.0.1/metrics/connected", "$SYS/brokers/", "$SYS/brokers", "other/topic"})
    void shouldBeMalformedWhenNeitherPayloadNorTopicSaysWhatItIs(String topic) {
        assertThat(Messages.malformed("emqx", topic, "{\"clientid\":\"d\"}"))
                .isEqualTo("field event: expected the name of the event, which the topic does not say either,"
                        + " found nothing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"event\":\"client.connected\"}|field clientid: expected text, found nothing",
                "{\"event\":\"client.connack\",\"clientid\":\"d\"}|field reason_code: expected text, found nothing",
                "{\"event\":\"client.connected\",\"clientid\":\"d\",\"keepalive\":\"60\"}|field keepalive: expected a whole number from 0 to 2147483647, found text",
                "{\"event\":\"client.connected\",\"clientid\":\"d\",\"client_attrs\":[]}|field client_attrs: expected an object, found an array",
                "{\"event\":\"client.disconnected\",\"clientid\":\"d\",\"reason\":1000}|field reason: expected text, found a number",
                "{\"event\":7}|field event: expected text, found a number"
            })
    void shouldSayWhichFieldIsWrongWhenMalformed(String payload, String why) {
        assertThat(Messages.malformed("emqx", "", payload)).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"client_attrs\":{\"credential_expires_at\":\"1795158100\"}}|2026-11-20T07:01:40Z",
                "{\"client_attrs\":{\"credential_expires_at\":1795158100123}}|2026-11-20T07:01:40.123Z",
                "{\"conn_props\":{\"User-Property\":{\"credential_expires_at\":\"1795158100\"}}}|2026-11-20T07:01:40Z",
                "{\"client_attrs\":{\"credential_expires_at\":\"1795158100\"},\"conn_props\":{\"User-Property\":{\"credential_expires_at\":\"1\"}}}|2026-11-20T07:01:40Z",
                "{\"client_attrs\":{\"credential_expires_at\":\"tomorrow\"}}|",
                "{\"client_attrs\":{\"credential_expires_at\":\"-5\"}}|",
                "{\"client_attrs\":{\"credential_expires_at\":\"123456789012345\"}}|",
                "{\"client_attrs\":{\"credential_expires_at\":{\"a\":1}}}|",
                "{}|"
            })
    void shouldReadWhenTheTokenExpiresWhenEmqxIsToldToKeepIt(String fields, Instant expiry) {
        // Given
        String payload = fields.replaceFirst("}$", ",\"event\":\"client.connected\",\"clientid\":\"d\"}")
                .replace("{,", "{");

        // When // Then
        assertThat(Messages.event("emqx", "", payload).getCredentialExpiresAt()).isEqualTo(expiry);
    }
}
