package dev.fleethealth.streams.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.testkit.chaos.ChaosSize;
import dev.fleethealth.testkit.chaos.Figure;
import dev.fleethealth.testkit.process.TemporaryDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Row 18 of docs/reliability.md: memory is bounded, and what a lost disk costs. */
@Tag("chaos")
@Timeout(value = 25, unit = TimeUnit.MINUTES)
class MemoryIT {
    private static final Soak SOAK = new Soak(ChaosSize.pick(100_000, 1_000_000), 50, ChaosSize.pick(40_000, 5_000));
    private static final long EVENTS = ChaosSize.pick(100_000, 3_000_000);
    private static final int MOST_RESIDENT_MEBIBYTES = 1_536;
    private static final Duration PATIENCE = ChaosSize.pick(Duration.ofMinutes(5), Duration.ofMinutes(15));

    @TempDir
    private Path directory;

    @Test
    void shouldStayWithinItsMemoryAndRestoreItsStateWhenTheDiskIsLost() throws Exception {
        // Given
        try (World world = World.create(directory, "")) {
            Instance instance = world.start("one", "").awaitReady();
            // When
            Feed feed = world.feed(SOAK.events(EVENTS, Instant.now()));
            try (MemorySamples samples = new MemorySamples(instance)) {
                feed.awaitEnd();
                world.awaitNoLag(PATIENCE);
                // Then
                report(samples);
                assertThat(samples.mostUsedBytes()).isBetween(1.0, World.STATE_MEBIBYTES * 1.1 * (1 << 20));
                assertThat(samples.mostResidentMebibytes()).isLessThan(MOST_RESIDENT_MEBIBYTES);
            }
            // And when
            instance.kill();
            new TemporaryDirectory(directory.resolve("one").resolve("state")).close();
            Instant begun = Instant.now();
            instance.startAgain();
            instance.awaitReady();
            // Then
            reportRestore(Duration.between(begun, Instant.now()), world.changelogBytes());
            await().atMost(PATIENCE).until(() -> instance.metric("fleet_health_devices_known") == SOAK.devices());
        }
    }

    private static void report(MemorySamples samples) throws Exception {
        new Figure(
                        "18",
                        "memory is bounded",
                        "%,d events at up to %,d/s of %,d devices, state.memory-mebibytes %d"
                                .formatted(EVENTS, SOAK.rate(), SOAK.devices(), World.STATE_MEBIBYTES),
                        "RocksDB ≤ 1.1 × its limit, resident < 1.5 GiB",
                        samples.words())
                .write();
    }

    private static void reportRestore(Duration time, long bytes) throws Exception {
        double mebibytes = bytes / (double) (1 << 20);
        new Figure(
                        "10-restore",
                        "the state's disk is lost, no standby",
                        "%,d devices, changelogs of %.0f MiB".formatted(SOAK.devices(), mebibytes),
                        "every device is known again",
                        "ready %.1f s after the start: %.1f MiB/s"
                                .formatted(time.toMillis() / 1_000.0, mebibytes * 1_000 / time.toMillis()))
                .write();
    }
}
