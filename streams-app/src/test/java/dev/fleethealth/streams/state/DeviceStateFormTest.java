package dev.fleethealth.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.device.Device;
import dev.fleethealth.streams.device.DeviceHistory;
import dev.fleethealth.streams.device.DeviceState;
import dev.fleethealth.streams.device.SeenEvents;
import dev.fleethealth.streams.session.DeviceEvent;
import dev.fleethealth.streams.session.SessionTracker;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices with random histories: what is stored is all that there is. Failures name the seed. */
class DeviceStateFormTest {
    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final EventType[] TYPES = {
        EventType.CONNECTED, EventType.DISCONNECTED, EventType.CONNECT_FAILED, EventType.SUBSCRIBED
    };

    private final DeviceHistory history = new DeviceHistory(
            ProgramConfiguration.load(Optional.empty())
                    .detection()
                    .policy()
                    .of("fleet")
                    .detectors(),
            new SessionTracker(Map.of()),
            GRACE);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldReadWhatWasWrittenAndSeeTheSameInItWhenEventsComeInAnyOrder(long seed) {
        Random random = new Random(seed);
        Device device = Device.NEVER_SEEN;
        Instant newest = START;
        for (int i = 0; i < 400; i++) {
            // Given
            newest = newest.plusMillis(random.nextInt(i % 50 == 0 ? 3_600_000 : 12_000));
            Instant at = random.nextInt(4) == 0 ? newest.minusMillis(random.nextInt(29_000)) : newest;

            // When
            device = history.apply(device, event(random, at), newest)
                    .after()
                    .withSeen(device.state().seen().plus(random.nextLong(), at));
            DeviceState read = DeviceStateForm.read(DeviceStateForm.write(device.state()));

            // Then
            assertThat(read).as("event %s", i).isEqualTo(device.state());
            assertThat(history.deviceOf(read).view())
                    .as("view after event %s", i)
                    .usingRecursiveComparison()
                    .ignoringCollectionOrderInFields("histories")
                    .isEqualTo(device.view());
        }
        assertThat(device.view().histories()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void shouldKeepAllBitsOfAnEventId(long hash) {
        // Given
        SeenEvents seen = SeenEvents.NONE.plus(hash, START).plus(7, START.plusMillis(-5));

        // When
        DeviceState read = DeviceStateForm.read(DeviceStateForm.write(DeviceState.NEVER_SEEN.withSeen(seen)));

        // Then
        assertThat(read.seen()).isEqualTo(seen);
    }

    private static DeviceEvent event(Random random, Instant at) {
        EventType type = TYPES[random.nextInt(TYPES.length)];
        boolean ends = type == EventType.DISCONNECTED || type == EventType.CONNECT_FAILED;
        return new DeviceEvent(
                type,
                at,
                maybe(random, "connection-" + random.nextInt(20)),
                maybe(random, random.nextLong(100)),
                maybe(random, random.nextInt(600)),
                maybe(random, at.plusSeconds(random.nextInt(1_000))),
                ends ? Category.values()[random.nextInt(Category.values().length)] : null,
                maybe(random, "reason, gründlich " + random.nextInt(50)),
                "emqx",
                maybe(random, "node-" + random.nextInt(3)),
                maybe(random, "10.0.0." + random.nextInt(3)),
                random.nextInt(20) != 0);
    }

    private static <T> T maybe(Random random, T value) {
        return random.nextInt(3) == 0 ? null : value;
    }
}
