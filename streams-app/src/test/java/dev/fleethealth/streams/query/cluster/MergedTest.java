package dev.fleethealth.streams.query.cluster;

import static dev.fleethealth.streams.query.DeviceStory.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.streams.query.Device;
import dev.fleethealth.streams.query.Page;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MergedTest {
    private static final String FLEET = "fleet-a";

    @Test
    void shouldEndThePageWhereAnInstanceHasLookedAtEnough() {
        // Given
        Page<Device> endedEarly = page(Optional.of("d"), "b");
        Page<Device> whole = page(Optional.empty(), "a", "c", "e", "f");
        // When
        Page<Device> merged = Merged.devices(List.of(endedEarly, whole), FLEET, 10);
        // Then
        assertThat(merged.items()).extracting(Device::id).containsExactly("a", "b", "c");
        assertThat(merged.next()).contains("d");
    }

    @Test
    void shouldGoOnAfterTheLastThatFits() {
        // When
        Page<Device> merged =
                Merged.devices(List.of(page(Optional.empty(), "a", "c"), page(Optional.empty(), "b", "d")), FLEET, 3);
        // Then
        assertThat(merged.items()).extracting(Device::id).containsExactly("a", "b", "c");
        assertThat(merged.next()).contains("c");
    }

    private static Page<Device> page(Optional<String> next, String... ids) {
        return new Page<>(
                Stream.of(ids)
                        .map(id -> new Device(id, FLEET, true, null, at(0), null, "tdmq", null, null))
                        .toList(),
                next);
    }
}
