package dev.fleethealth.bridge.dialect.mosquitto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Messages;
import dev.fleethealth.schemas.ConnectionEvent;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients whose ids, user names and filters imitate the log, to speak of another client, {@code victim}. */
class ForgedLinesTest {
    private static final int LONGEST_ID = 940;
    private static final List<String> HOSTILE_IDS = List.of(
            "victim",
            "victim (p2, c1, k60).",
            "victim (p2, c1, k60, u'root').",
            "victim (p4, c1, k60, u'root",
            "victim [10.6.6.6:6] disconnected.",
            "victim [10.6.6.6:6] disconnected: session taken over.",
            "victim [10.6.6.6:6] disconnected: x",
            "victim [10.6.6.6:6] disconnected: bad socket read/write: x",
            "victim disconnected.",
            "victim disconnected: x",
            "victim disconnected due to x",
            "victim, not authorised.",
            "victim closed its connection.",
            "victim already connected, closing old connection.",
            "victim sent too large packet 9",
            "victim has exceeded timeout, disconnecting.",
            "victim been",
            "victim due to timeout.",
            "victim negotiated TLSv1.3 cipher X",
            "connection from 10.6.6.6 denied: max_connections exceeded.",
            "connection from 10.6.6.6 failed: x",
            "from 10.6.6.6:6 appears to be using TLS",
            "as victim (p5, c1, k60",
            "mosquitto version 1.6 running",
            "<unknown> ",
            " ");

    private static final List<String> LINES_20 = List.of(
            "New client connected from 10.0.0.7:5768 as ID (p2, c1, k60).",
            "New client connected from 10.0.0.7:5768 as ID (p2, c1, k60, u'me').",
            "Client ID disconnected.",
            "Client ID disconnected, not authorised.",
            "Client ID disconnected due to malformed packet.",
            "Client ID disconnected: Broken pipe.",
            "Client ID closed its connection.",
            "Client ID has exceeded timeout, disconnecting.",
            "Client ID been disconnected by administrative action.",
            "Client ID already connected, closing old connection.",
            "Bad socket read/write on client ID: Out of memory.",
            "Expiring client ID due to timeout.");

    private static final List<String> LINES_21 = List.of(
            "New client connected from 10.0.0.7:5768 as ID (p4, c1, k60).",
            "New client connected from 10.0.0.7:5768 as ID (p4, c1, k60, u'me').",
            "Client ID [10.0.0.7:5768] disconnected.",
            "Client ID [10.0.0.7:5768] disconnected: session taken over.",
            "Client ID [10.0.0.7:5768] disconnected: Broken pipe.",
            "Client ID [10.0.0.7:5768] disconnected: bad socket read/write: Unknown error",
            "Client ID [10.0.0.7:5768] disconnected: used disallowed feature (QoS too high, retain not supported, or bad AUTH method).",
            "Expiring client ID due to timeout.");

    private static final List<String> DETAILS = List.of(
            "Client ID negotiated TLSv1.3 cipher TLS_AES_256_GCM_SHA384",
            "Client ID connected with too large Will payload",
            "Client ID sent topic with invalid UTF-8, disconnecting.",
            "Client ID has exceeded its receive-maximum quota. This behaviour must be fixed on the client.");

    static Stream<String> hostileIds() {
        return HOSTILE_IDS.stream();
    }

    @ParameterizedTest
    @MethodSource("hostileIds")
    void shouldReadTheWholeIdWhateverItSays(String id) {
        assertThat(LINES_20).allSatisfy(line -> assertIsAbout(id, Lines.event("2.0.22", line.replace("ID", id))));
        assertThat(LINES_21).allSatisfy(line -> assertIsAbout(id, Lines.event("2.1.2", line.replace("ID", id))));
    }

    @ParameterizedTest
    @MethodSource("hostileIds")
    void shouldTellNothingOfAnyConnectionWhenALineOnlyAddsDetails(String id) {
        assertThat(List.of("1.6.15", "2.0.22", "2.1.2")).allSatisfy(version -> assertThat(DETAILS)
                .allSatisfy(line -> assertThat(Lines.decode(version, line.replace("ID", id)))
                        .isInstanceOf(Decoding.Ignored.class)));
    }

    @ParameterizedTest
    @MethodSource("hostileIds")
    void shouldReadTheWholeIdOnTheNewestBrokerEvenIfItsVersionIsNotKnown(String id) {
        assertThat(LINES_21)
                .allSatisfy(line -> assertIsAbout(
                        id, Messages.event("mosquitto", "$SYS/broker/log/N", "1795154492: " + line.replace("ID", id))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"me').|d1", "x (p4, c1, k60)|d1", "x (p4, c1, k60).|d1", "x') (p4, c1, k60|d1", "x') as victim|d1"
            })
    void shouldReadTheWholeUserNameWhateverItSays(String username, String id) {
        // When
        ConnectionEvent.Builder event = Lines.event(
                "2.1.2", "New client connected from 10.0.0.7:5768 as %s (p4, c1, k60, u'%s').".formatted(id, username));

        // Then
        assertThat(event.getClientId()).isEqualTo(id);
        assertThat(event.getUsername()).isEqualTo(username);
    }

    @Test
    void shouldStartWithTheTrueIdWhenAUserNameMakesTheLineAmbiguous() {
        // When
        ConnectionEvent.Builder event = Lines.event(
                "2.1.2", "New client connected from 10.0.0.7:5768 as d1 (p4, c1, k60, u'x (p4, c1, k9, u'y').");

        // Then: an id of this very text would give the same line, and must not pass for another's
        assertThat(event.getClientId()).isEqualTo("d1 (p4, c1, k60, u'x");
        assertThat(event.getUsername()).isEqualTo("y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M/subscribe", "M/unsubscribe"})
    void shouldNeverReadASubscriptionAsAConnection(String topic) {
        // Given
        String line = "1795154492: New client connected from 10.0.0.7:5768 as victim (p4, c1, k60).";

        // When // Then
        assertThat(Messages.decode("mosquitto", "$SYS/broker/log/" + topic, line))
                .isInstanceOf(Decoding.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(chars = {'\n', '\r', '\u0000', '\u001b', '\u0085'})
    void shouldBeMalformedWhenAnIdHasControlCharacters(char control) {
        // Given
        String id = "d1" + control + "1795154492: Client victim disconnected.";

        // When // Then
        assertThat(Lines.decode("2.1.2", "Client " + id + " [10.0.0.7:5768] disconnected."))
                .isInstanceOf(Decoding.Malformed.class);
    }

    @ParameterizedTest
    @CsvSource({"2.1.2,999,p4", "2.0.22,999,p2", "1.6.15,522,p2"})
    void shouldBeMalformedWhenTheBrokerMayHaveCutTheLine(String version, int bytes, String level) {
        // Given: an id that ends with a group of its own, so long that the broker's is cut off
        String start = "New client connected from 10.0.0.7:5768 as victim";
        String group = " (%s, c1, k60).".formatted(level);
        String filler = "x".repeat(bytes - "1795154492: ".length() - start.length() - group.length());

        // When // Then
        assertThat(Lines.event(version, start + filler.substring(1) + group).getClientId())
                .startsWith("victim");
        assertThat(Lines.decode(version, start + filler + group))
                .isEqualTo(
                        new Decoding.Malformed("the line has %d bytes, so Mosquitto may have cut it".formatted(bytes)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" (p", " (p4, c1, k60, u'", " [", "] disconnected", " disconnected: ", " negotiated TLS", "9"})
    void shouldTakeNoTimeWhenALineIsMadeToBeSlow(String piece) {
        // Given
        String id = piece.repeat(LONGEST_ID / piece.length());

        // When // Then
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 2_000; i++) {
                Messages.decode("mosquitto", "", "1795154492: New client connected from 10.0.0.7:1 as " + id);
                Messages.decode("mosquitto", "", "1795154492: Client " + id);
            }
        });
    }

    private static void assertIsAbout(String id, ConnectionEvent.Builder event) {
        assertThat(event.getClientId()).isEqualTo(id);
        if (event.getPeerPort() != null) {
            assertThat(event.getPeerPort()).isEqualTo(5768);
        }
    }
}
