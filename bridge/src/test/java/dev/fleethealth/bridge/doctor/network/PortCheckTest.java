package dev.fleethealth.bridge.doctor.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.doctor.Finding;
import dev.fleethealth.bridge.doctor.Outcome;
import dev.fleethealth.bridge.doctor.Targets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    @Test
    void shouldNameAnotherOpenPortWhenTheWantedOneIsSilent() {
        // When
        Finding finding = PortCheck.judge(
                Targets.of("broker", "device", ""), Map.of(8883, PortState.SILENT, 443, PortState.OPEN));

        // Then
        assertThat(finding.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(finding.advice()).contains("firewall").contains("Port 443 is open");
    }

    @Test
    void shouldTellOpenFromClosedPorts() throws IOException {
        // Given
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = listening.getLocalPort();

            // When
            Finding open = PortCheck.examine(Targets.plain("127.0.0.1", port));
            listening.close();
            Finding closed = PortCheck.examine(Targets.plain("127.0.0.1", port));

            // Then
            assertThat(open.outcome()).isEqualTo(Outcome.OK);
            assertThat(open.found()).startsWith("port " + port + " open");
            assertThat(closed.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(closed.found()).startsWith("port " + port + " closed");
        }
    }

    @Test
    void shouldWarnOfNamesThatTheBrokerCannotBeReachedBy() throws UnknownHostException {
        // Given
        List<InetAddress> version6 = List.of(InetAddress.getByName("2001:db8::1"));
        List<InetAddress> both = List.of(InetAddress.getByName("2001:db8::1"), InetAddress.getByName("192.0.2.1"));

        // Then
        assertThat(NameCheck.judge(Targets.of("a", "g@@@d", "apsaramq"), version6)
                        .outcome())
                .isEqualTo(Outcome.FAILED);
        assertThat(NameCheck.judge(Targets.of("a", "g@@@d", "apsaramq"), both).outcome())
                .isEqualTo(Outcome.OK);
        assertThat(NameCheck.judge(Targets.of("a", "d", "emqx"), version6).outcome())
                .isEqualTo(Outcome.OK);
        assertThat(NameCheck.examine(Targets.of("host.invalid", "d", "")).outcome())
                .isEqualTo(Outcome.FAILED);
    }
}
