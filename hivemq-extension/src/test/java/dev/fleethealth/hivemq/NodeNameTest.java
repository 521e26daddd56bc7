package dev.fleethealth.hivemq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeNameTest {

    @Test
    void shouldTakeTheConfiguredNameBeforeTheHosts() {
        assertThat(NodeName.of(Map.of("FLEET_HEALTH_NODE", "a", "HOSTNAME", "b")))
                .isEqualTo("a");
        assertThat(NodeName.of(Map.of("FLEET_HEALTH_NODE", " ", "HOSTNAME", "b")))
                .isEqualTo("b");
        assertThat(NodeName.of(Map.of())).isNotBlank();
    }
}
