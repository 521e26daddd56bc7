package dev.fleethealth.demo.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketsTest {

    @Test
    void shouldEncodeConnectOfMqtt311() {
        // Given
        Login login = new Login(MqttVersion.V3_1_1, "a@@@1", Duration.ofSeconds(300), "jwt");

        // When
        ByteBuffer packet = Packets.connect(login);

        // Then
        assertThat(hex(packet))
                .isEqualTo("101e" + "00044d515454" + "04" + "c2" + "012c" + "00056140404031" + "0006646576696365"
                        + "00036a7774");
    }

    @Test
    void shouldEncodeConnectOfMqtt5() {
        // Given
        Login login = new Login(MqttVersion.V5, "a", Duration.ofSeconds(2), "t");

        // When
        ByteBuffer packet = Packets.connect(login);

        // Then
        assertThat(hex(packet))
                .isEqualTo("1019" + "00044d515454" + "05" + "c2" + "0002" + "00" + "000161" + "0006646576696365"
                        + "000174");
    }

    @ParameterizedTest
    @CsvSource({"V3_1_1, 30050001742131", "V5, 3006000174002131"})
    void shouldEncodePublish(MqttVersion version, String expected) {
        // When
        ByteBuffer packet = Packets.publish(version, "t", "!1");

        // Then
        assertThat(hex(packet)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"124, 307f", "125, 308001", "16380, 30ff7f", "16381, 30808001"})
    void shouldEncodeLengthInSevenBitGroups(int payload, String header) {
        // When
        ByteBuffer packet = Packets.publish(MqttVersion.V3_1_1, "t", "x".repeat(payload));

        // Then
        assertThat(hex(packet)).startsWith(header + "000174");
    }

    @Test
    void shouldEncodePacketsWithoutBody() {
        // When // Then
        assertThat(hex(Packets.pingRequest())).isEqualTo("c000");
        assertThat(hex(Packets.disconnect())).isEqualTo("e000");
    }

    private static String hex(ByteBuffer packet) {
        byte[] bytes = new byte[packet.remaining()];
        packet.get(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
