package dev.fleethealth.bridge.doctor.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.doctor.Doctor;
import dev.fleethealth.bridge.doctor.Finding;
import dev.fleethealth.bridge.doctor.Outcome;
import dev.fleethealth.bridge.doctor.Target;
import dev.fleethealth.bridge.doctor.Targets;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class MqttCheckTest {
    private static final int CONNACK = 0x20;

    @ParameterizedTest
    @CsvSource({
        "1, unsupported protocol version, Use 3.1.1 or 5",
        "2, client id rejected,           letter by letter",
        "3, server busy,                  status page",
        "4, bad credentials,              24 h",
        "5, not authorized,               registry are enabled",
    })
    void shouldExplainEachConnackCodeOfTheOldProtocol(int code, String meaning, String advice) throws IOException {
        try (FaultyBroker broker = FaultyBroker.answering(CONNACK, 2, 0, code)) {
            // When
            Finding finding = find(broker, "connect-mqtt311");

            // Then
            assertThat(finding.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(finding.found()).isEqualTo("CONNACK " + code + " (" + meaning + ")");
            assertThat(finding.advice()).containsIgnoringCase(advice);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x80", "0x81", "0x82", "0x83", "0x84", "0x85", "0x86", "0x87", "0x88", "0x89", "0x8A", "0x8C", "0x90", "0x95",
        "0x97", "0x99", "0x9A", "0x9B", "0x9C", "0x9D", "0x9F"
    })
    void shouldExplainEachConnackCodeOfTheNewProtocol(String code) throws IOException {
        try (FaultyBroker broker = FaultyBroker.answering(CONNACK, 3, 0, Integer.decode(code), 0)) {
            // When
            Finding finding = find(broker, "connect-mqtt5");

            // Then
            assertThat(finding.found()).startsWith("CONNACK " + code + " (").doesNotContain("unknown");
            assertThat(finding.advice()).isNotEmpty();
        }
    }

    @Test
    void shouldTellTheWaysInWhichABrokerSaysNothing() throws IOException {
        try (FaultyBroker closing = FaultyBroker.answering();
                FaultyBroker resetting = FaultyBroker.resetting();
                FaultyBroker web = FaultyBroker.answering('H', 'T', 'T', 'P', '/', '1', '.', '1', ' ', '4')) {
            assertThat(find(closing, "connect-mqtt5").found())
                    .isEqualTo("CONNECT is answered by the end of the connection");
            assertThat(find(resetting, "connect-mqtt5").found()).isEqualTo("CONNECT is answered by a TCP RST");
            assertThat(find(web, "connect-mqtt5").outcome()).isEqualTo(Outcome.FAILED);
        }
    }

    @Test
    void shouldSkipWhatNeedsAConnectionWhenNoneIsGranted() throws IOException {
        try (FaultyBroker broker = FaultyBroker.answering(CONNACK, 2, 0, 5)) {
            assertThat(List.of("subscribe", "ping", "stay"))
                    .allSatisfy(
                            check -> assertThat(find(broker, check).outcome()).isEqualTo(Outcome.SKIPPED));
        }
    }

    @Test
    void shouldSeeARefusedSubscriptionAndATakeover() throws IOException {
        // Given a broker that lets in, refuses the topic, answers the ping, and says 0x8E (session taken over)
        try (FaultyBroker broker = FaultyBroker.with(MqttCheckTest::refuseTopicThenTakeOver)) {
            // When
            Finding subscribe = find(broker, "subscribe");
            Finding stay = find(broker, "stay");

            // Then
            assertThat(subscribe.found()).endsWith("refused with 0x87");
            assertThat(stay.found()).contains("0x8E (session taken over) after 0 s");
            assertThat(stay.advice()).contains("Another program uses this client id");
        }
    }

    @Test
    void shouldSuspectAnotherUserOfTheIdWhenTheConnectionSoonEnds() throws IOException {
        try (FaultyBroker broker = FaultyBroker.with(MqttCheckTest::letInThenClose)) {
            Finding stay = find(broker, "stay");

            assertThat(stay.found()).startsWith("the connection ended without a word");
            assertThat(stay.advice()).contains("same client id");
        }
    }

    private static void refuseTopicThenTakeOver(Socket socket, InputStream in, OutputStream out) throws IOException {
        letIn(in, out);
        readPacket(in);
        out.write(FaultyBroker.packet(0x90, 4, 0, 1, 0, 0x87));
        readPacket(in);
        out.write(FaultyBroker.packet(0xD0, 0));
        out.write(FaultyBroker.packet(0xE0, 2, 0x8E, 0));
    }

    private static void letInThenClose(Socket socket, InputStream in, OutputStream out) throws IOException {
        letIn(in, out);
        readPacket(in);
        out.write(FaultyBroker.packet(0x90, 4, 0, 1, 0, 1));
        readPacket(in);
        out.write(FaultyBroker.packet(0xD0, 0));
    }

    /** MQTT 5's CONNACK has properties, that of 3.1.1 has none; the protocol level stands in byte 8 of CONNECT. */
    private static void letIn(InputStream in, OutputStream out) throws IOException {
        byte[] connect = readPacket(in);
        out.write(connect[6] == 5 ? FaultyBroker.packet(CONNACK, 3, 0, 0, 0) : FaultyBroker.packet(CONNACK, 2, 0, 0));
    }

    /** Content of a packet of less than 128 bytes. */
    private static byte[] readPacket(InputStream in) throws IOException {
        if (in.read() < 0) {
            throw new EOFException("only the port was tried");
        }
        return in.readNBytes(in.read());
    }

    private static Finding find(FaultyBroker broker, String check) {
        Target target = Targets.plain("127.0.0.1", broker.port());
        List<Finding> findings = new ArrayList<>();
        new Doctor(target, InstantSource.system(), findings::add)
                .examine(new Doctor.Extent(
                        Optional.empty(), Optional.empty(), Optional.empty(), "topic", Duration.ofSeconds(1)));
        return findings.stream()
                .filter(finding -> finding.check().equals(check))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no finding of " + check + " in " + findings));
    }
}
