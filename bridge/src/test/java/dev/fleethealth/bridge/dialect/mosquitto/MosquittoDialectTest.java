package dev.fleethealth.bridge.dialect.mosquitto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.dialect.Messages;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MosquittoDialectTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.6.15|New client connected from 10.0.0.7 as d1 (p2, c0, k60, u'me').|4|",
                "1.6.15|New client connected from fe80::7 as d1 (p1, c0, k60, u'me').|3|",
                "2.0.11|New client connected from 10.0.0.7:5768 as d1 (p2, c0, k60, u'me').|4|",
                "2.0.11|New client connected from ::ffff:10.0.0.7:5768 as d1 (p5, c0, k60, u'me').|5|",
                "2.1.2|New client connected from 10.0.0.7:5768 as d1 (p3, c0, k60, u'me').|3|10.0.0.7:5768",
                "2.1.2|New client connected from fe80::7:5768 as d1 (p4, c0, k60, u'me').|4|fe80::7:5768"
            })
    void shouldMapEveryFieldWhenAClientConnects(String version, String text, int level, String connectionId) {
        // When
        ConnectionEvent.Builder event = Lines.event(version, text);

        // Then
        assertThat(event.getType()).isEqualTo(EventType.CONNECTED);
        assertThat(event.getClientId()).isEqualTo("d1");
        assertThat(event.getUsername()).isEqualTo("me");
        assertThat(event.getPeerAddress()).endsWith("7");
        assertThat(event.getPeerPort()).isEqualTo(version.startsWith("1") ? null : 5768);
        assertThat(event.getProtocolLevel()).isEqualTo(level);
        assertThat(event.getCleanStart()).isFalse();
        assertThat(event.getKeepAliveSeconds()).isEqualTo(60);
        assertThat(event.getConnectionId()).isEqualTo(connectionId);
        assertThat(event.getOccurredAt()).isEqualTo(Instant.ofEpochSecond(1_795_154_492));
    }

    @Test
    void shouldHaveNoUserNameWhenTheClientGaveNone() {
        // When
        ConnectionEvent.Builder event = Lines.event("2.1", "New client connected from 10.0.0.7:1 as d1 (p4, c1, k0).");

        // Then
        assertThat(event.getUsername()).isNull();
        assertThat(event.getCleanStart()).isTrue();
        assertThat(event.getKeepAliveSeconds()).isZero();
    }

    @Test
    void shouldSayThatItIsABridgeWhenABrokerConnects() {
        assertThat(Lines.event("2.0.22", "New bridge connected from 10.0.0.7:1 as site.1 (p2, c0, k60).")
                        .getAttributes())
                .containsExactly(Map.entry("bridge", "true"));
    }

    @Test
    void shouldIdentifyBothEndsOfAConnectionAlikeWhenTheBrokerNamesThem() {
        assertThat(Lines.event("2.1.2", "New client connected from ::1:5768 as d1 (p4, c1, k60).")
                        .getConnectionId())
                .isEqualTo(Lines.event("2.1.2", "Client d1 [::1:5768] disconnected.")
                        .getConnectionId())
                .isNotNull();
        assertThat(Lines.event("2.0.22", "New client connected from ::1:5768 as d1 (p5, c1, k60).")
                        .getConnectionId())
                .isEqualTo(Lines.event("2.0.22", "Client d1 disconnected.").getConnectionId())
                .isNull();
    }

    @Test
    void shouldLeaveTheTimeToTheBridgeWhenTheLogHasNone() {
        // When
        ConnectionEvent.Builder event = Messages.event("mosquitto", "$SYS/broker/log/N", "Client d1 disconnected.");

        // Then
        assertThat(event.hasOccurredAt()).isFalse();
        assertThat(event.getClientId()).isEqualTo("d1");
    }

    @ParameterizedTest
    @CsvSource({"running,BROKER_STARTED", "terminating,BROKER_STOPPING"})
    void shouldTellWhenTheBrokerStartsAndStops(String state, EventType type) {
        // When
        ConnectionEvent.Builder event =
                Messages.event("mosquitto", "", "1795154492: mosquitto version 2.0.11 " + state);

        // Then
        assertThat(event.getType()).isEqualTo(type);
        assertThat(event.getAttributes()).containsExactly(Map.entry("version", "2.0.11"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "M/subscribe|1795154521: dev-sub 1 ok/+/1|SUBSCRIBED|dev-sub|ok/+/1|1",
                "M/subscribe|1795154521: a b 2 $share/g/#|SUBSCRIBED|a b|$share/g/#|2",
                "M/unsubscribe|1795154521: dev-sub ok/1|UNSUBSCRIBED|dev-sub|ok/1|"
            })
    void shouldReadSubscriptionsFromTheirOwnTopics(
            String topic, String line, EventType type, String clientId, String filter, String qos) {
        // When
        ConnectionEvent.Builder event = Messages.event("mosquitto", "$SYS/broker/log/" + topic, line);

        // Then
        assertThat(event.getType()).isEqualTo(type);
        assertThat(event.getClientId()).isEqualTo(clientId);
        assertThat(event.getAttributes().get("topic")).isEqualTo(filter);
        assertThat(event.getAttributes().get("qos")).isEqualTo(qos);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "M/subscribe|victim 1 a 1 b",
                "M/subscribe|no-filter 1 ",
                "M/unsubscribe|a b c",
                "M/unsubscribe|nothing",
                "I|New connection from 127.0.0.1:49100 on port 18831.",
                "I|Protocol error from 127.0.0.1:56526: CONNECT with non-zero connect reserved flag (C3).",
                "N|Bad client dev-two sending multiple CONNECT messages.",
                "E|OpenSSL Error[0]: error:0A000418:SSL routines::tlsv1 alert unknown ca",
                "N|Client dev-tls negotiated TLSv1.3 cipher TLS_AES_256_GCM_SHA384",
                "N|Client from 127.0.0.1:56526 appears to be using TLS to connect to a non-TLS listener.",
                "I|mosquitto version 2.0.11 starting",
                "I|Config loaded from /etc/mosquitto/m.conf."
            })
    void shouldIgnoreWhatTellsOfNoConnection(String topic, String text) {
        assertThat(Messages.decode("mosquitto", "$SYS/broker/log/" + topic, text))
                .isInstanceOf(Decoding.Ignored.class);
    }

    @Test
    void shouldHoldToTheVersionThatTheLogNamed() {
        // Given
        Dialect dialect = Messages.dialect("mosquitto");
        String oldLine = "1795154492: New client connected from 10.0.0.7:5768 as d1 (p2, c1, k60).";

        // When
        Decoding before = dialect.decode(Messages.of("", oldLine));
        dialect.decode(Messages.of("", "1795154492: mosquitto version 2.1.2 starting"));
        Decoding after = dialect.decode(Messages.of("", oldLine));

        // Then
        assertThat(before).isInstanceOf(Decoding.Events.class);
        assertThat(after).isInstanceOf(Decoding.Malformed.class);
    }

    @Test
    void shouldHoldToTheConfiguredVersionWhateverTheLogNames() {
        // Given
        Dialect dialect = Lines.dialect("2.0.22");

        // When
        dialect.decode(Messages.of("", "1795154492: mosquitto version 2.1.2 starting"));

        // Then
        assertThat(dialect.decode(Messages.of("", "Client d1 disconnected."))).isInstanceOf(Decoding.Events.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nov 20 06:04:16: New client connected from 10.0.0.7:5768 as d1 (p4, c1, k60).",
                "20.11.2026 06:04:16: Client d1 disconnected."
            })
    void shouldSayThatTheTimeIsNotUnderstoodWhenItHasAnotherForm(String line) {
        assertThat(Messages.malformed("mosquitto", "", line))
                .isEqualTo("expected the time as seconds since 1970 or in ISO 8601, found another form");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Client d1 |begins like a line about a connection, but goes on as Mosquitto 2.1, 2.0, 1.6 never does",
                "Client d1 disconnected|begins like a line about a connection, but goes on as Mosquitto 2.1, 2.0, 1.6 never does",
                "New client connected from 10.0.0.7:5768 as d1 (p9, c1, k60).|begins like a line about a connection, but goes on as Mosquitto 2.1, 2.0, 1.6 never does",
                "New client connected from 10.0.0.7:5768 as (p4, c1, k60).|begins like a line about a connection, but goes on as Mosquitto 2.1, 2.0, 1.6 never does",
                "New client connected from 10.0.0.7:5768|begins like a line about a connection, but goes on as Mosquitto 2.1, 2.0, 1.6 never does",
                "mosquitto version latest running|expected mosquitto's version and that it is starting, running or terminating",
                "mosquitto version 2.0.11 jogging|expected mosquitto's version and that it is starting, running or terminating"
            })
    void shouldSayWhatIsWrongWhenALineIsCutShortOrForeign(String text, String why) {
        assertThat(Messages.malformed("mosquitto", "", "1795154492: " + text)).isEqualTo(why);
    }
}
