package dev.fleethealth.streams.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fleethealth.testkit.chaos.ChaosSize;
import dev.fleethealth.testkit.chaos.Figure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Row 14 of docs/reliability.md: the disk of the state is full. */
@Tag("chaos")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class FullDiskIT {
    /** RocksDB reserves 4 MiB for each of up to 36 stores before anything is in them. */
    private static final int MEBIBYTES = 20;

    private static final int DEVICES = ChaosSize.pick(20_000, 200_000);
    private static final int MOST_REPLACED = 3;
    private static final String FAILED = "Stream thread failed";

    @TempDir
    private Path directory;

    @Test
    void shouldEndWithAFailureAndLoseNothingWhenTheDiskIsFull() throws Exception {
        // Given
        Optional<SmallDisk> mounted = SmallDisk.mount(directory.resolve("disk"), MEBIBYTES);
        assumeThat(mounted).as("a tmpfs could be mounted, for which one must be root").isPresent();
        try (SmallDisk disk = mounted.orElseThrow();
                World world = World.create(directory, Boundary.SETTINGS)) {
            Instance cramped = world.start("cramped", "", disk.path(), world.registry().url());
            world.feed(HostileIds.connects(DEVICES, Instant.now())).awaitEnd();
            Feed feed = world.feed(Boundary.of(4, Duration.ZERO, Duration.ZERO).once(Instant.now()));
            // When
            int exit = cramped.process().awaitExit(Duration.ofSeconds(180));
            // Then
            long failures = cramped.process().errors().lines().filter(line -> line.contains(FAILED)).count();
            assertThat(exit).isEqualTo(1);
            assertThat(failures).isBetween(1L, MOST_REPLACED + 1L);
            assertThat(world.deadLetters()).isEmpty();
            // And given
            feed.awaitEnd();
            // When
            Instance roomy = world.start("roomy", "");
            // Then
            roomy.awaitReady();
            AlertWatch watch = world.watch();
            Verdict verdict = Verdict.of(world, watch, roomy);
            new Figure(
                            "14-disk",
                            "state on a full disk of %d MB".formatted(MEBIBYTES),
                            "%,d devices".formatted(DEVICES),
                            "at most 3 threads replaced, exit code 1, no dead letter; on a larger disk nothing is lost",
                            "%d threads failed, exit code %d, %d dead letters; %s"
                                    .formatted(failures, exit, world.deadLetters().size(), verdict.words()))
                    .write();
            verdict.assertSame();
            assertThat(world.deadLetters()).isEmpty();
        }
    }
}
