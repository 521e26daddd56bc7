package dev.fleethealth.streams.query.state;

import static dev.fleethealth.streams.query.DeviceStory.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.streams.device.DeviceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreKeysTest {
    private static final String MEGABYTE = "x".repeat(1 << 20);

    /** Names that would run into each other where parts are put together without care. */
    private static final List<String> NAMES = List.of(
            "a",
            "ab",
            "b",
            "a\u0000",
            "\u0000",
            "\u0000\u0001",
            "\u0000\u0001a",
            "\u0000\u0002",
            "a\u0000\u0001ca",
            "a\u001fb",
            "\u001f",
            "a\nb",
            "\u00ff",
            "\ud83d\ude80",
            "x".repeat(256),
            "x".repeat(257),
            MEGABYTE,
            MEGABYTE + "y");

    @Test
    void shouldKeepDevicesApartWhateverTheirNamesHold() {
        // Given
        List<Bytes> keys = new ArrayList<>();
        for (String fleet : NAMES) {
            keys.add(StoreKeys.device(new DeviceKey(fleet, "", "")));
            for (String name : NAMES) {
                keys.add(StoreKeys.device(new DeviceKey(fleet, name, "")));
                keys.add(StoreKeys.device(new DeviceKey(fleet, "", name)));
            }
        }
        // When
        Set<Bytes> different = new HashSet<>(keys);
        // Then
        assertThat(different).hasSameSizeAs(keys);
        assertThat(keys).noneMatch(key -> keys.stream().anyMatch(other -> other != key && startsWith(other, key)));
    }

    @Test
    void shouldFindADevicesFleetByPrefixAndNoOther() {
        for (String fleet : NAMES) {
            for (String other : NAMES) {
                // When
                Bytes device = StoreKeys.device(new DeviceKey(other, "dev-1", ""));
                // Then
                assertThat(startsWith(device, StoreKeys.devicesOf(fleet))).isEqualTo(other.equals(fleet));
            }
        }
    }

    @Test
    void shouldBoundKeysWhenNamesAreHuge() {
        // When
        Bytes key = StoreKeys.event(new DeviceKey(MEGABYTE, MEGABYTE, ""), START, 7);
        // Then
        assertThat(key.get()).hasSizeLessThan(1_000);
    }

    @ParameterizedTest
    @CsvSource({"-2, -1", "-1, 0", "0, 1", "1, 256", "1763600000000, 1763600000001"})
    void shouldSortEventsByTime(long earlier, long later) {
        // Given
        DeviceKey device = new DeviceKey("fleet-a", "dev-1", "");
        // When
        Bytes first = StoreKeys.event(device, Instant.ofEpochMilli(earlier), -1);
        Bytes second = StoreKeys.event(device, Instant.ofEpochMilli(later), 1);
        // Then
        assertThat(first).isLessThan(second);
        assertThat(StoreKeys.timeOfEvent(first).toEpochMilli()).isEqualTo(earlier);
        assertThat(StoreKeys.eventIdHashOf(first)).isEqualTo(-1);
    }

    @Test
    void shouldSortDevicesByClientId() {
        assertThat(device("dev-1")).isLessThan(device("dev-10"));
        assertThat(device("dev-10")).isLessThan(device("dev-2"));
        assertThat(device("")).isLessThan(device("\u0001"));
    }

    private static Bytes device(String id) {
        return StoreKeys.device(new DeviceKey("fleet-a", id, ""));
    }

    private static boolean startsWith(Bytes key, Bytes prefix) {
        return key.get().length >= prefix.get().length
                && Arrays.equals(key.get(), 0, prefix.get().length, prefix.get(), 0, prefix.get().length);
    }
}
