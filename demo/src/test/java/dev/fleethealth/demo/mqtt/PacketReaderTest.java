package dev.fleethealth.demo.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketReaderTest {
    private static final int PINGRESP = 13;

    private final PacketReader reader = new PacketReader();

    @ParameterizedTest
    @CsvSource({"20020000, 0", "20020005, 5", "2003008700, 135"})
    void shouldReadAnswerToConnect(String hex, int code) throws ProtocolException {
        // When
        receive(hex);

        // Then
        assertThat(reader.complete()).containsExactly(new Incoming.ConnAck(code));
    }

    @Test
    void shouldReadSeveralPacketsWhenTheyComeTogether() throws ProtocolException {
        // When
        receive("20020000d000d000");

        // Then
        assertThat(reader.complete())
                .containsExactly(new Incoming.ConnAck(0), new Incoming.Other(PINGRESP), new Incoming.Other(PINGRESP));
    }

    @Test
    void shouldReadPacketsWhenBytesComeOneByOne() throws ProtocolException {
        // Given
        List<Incoming> packets = new ArrayList<>();

        // When
        for (String octet : List.of("20", "02", "00", "00", "d0", "00")) {
            receive(octet);
            packets.addAll(reader.complete());
        }

        // Then
        assertThat(packets).containsExactly(new Incoming.ConnAck(0), new Incoming.Other(PINGRESP));
    }

    @Test
    void shouldSkipBodyWhenItsLengthTakesTwoBytes() throws ProtocolException {
        // When
        receive("30c801" + "00".repeat(200) + "d000");

        // Then
        assertThat(reader.complete()).containsExactly(new Incoming.Other(3), new Incoming.Other(PINGRESP));
    }

    @Test
    void shouldGiveUpWhenPacketIsLargerThanBuffer() {
        // When
        receive("30ff7f" + "00".repeat(4093));

        // Then
        assertThatThrownBy(reader::complete).isInstanceOf(ProtocolException.class);
    }

    private void receive(String hex) {
        reader.buffer().put(HexFormat.of().parseHex(hex));
    }
}
