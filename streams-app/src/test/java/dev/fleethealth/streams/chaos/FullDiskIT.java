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
    private static final int MEBIBYTES = ChaosSize.pick(4, 20);

    /** Their state takes about 300 bytes each. */
    private static final int DEVICES = ChaosSize.pick(200_000, 500_000);

    private static final String FAILED = "Stream thread failed";

    @TempDir
    private Path directory;

    @Test
    void shouldEndWithAFailureAndLoseNothingWhenTheDiskIsFull() throws Exception {
        // Given
        Optional<SmallDisk> mounted = SmallDisk.mount(directory.resolve("disk"), MEBIBYTES);
        assumeThat(mounted)
                .as("a tmpfs could be mounted, for which one must be root")
                .isPresent();
        try (SmallDisk disk = mounted.orElseThrow();
                World world = World.create(directory, Boundary.SETTINGS)) {
            Instance cramped =
                    world.start("cramped", "", disk.path(), world.registry().url());
            world.feed(new Soak(DEVICES, 10, DEVICES).events(DEVICES, Instant.now()))
                    .awaitEnd();
            Feed feed = world.feed(Boundary.of(4, Duration.ZERO, Duration.ZERO).once(Instant.now()));
            // When
            int exit = cramped.process().awaitExit(Duration.ofMinutes(5));
            // Then
            long failures = cramped.process()
                    .errors()
                    .lines()
                    .filter(line -> line.contains(FAILED))
                    .count();
            assertThat(exit).isEqualTo(1);
            assertThat(failures).isEqualTo(1);
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
                            "no thread replaced, exit code 1, no dead letter; on a larger disk nothing is lost",
                            "%d threads failed, exit code %d, %d dead letters; %s"
                                    .formatted(
                                            failures, exit, world.deadLetters().size(), verdict.words()))
                    .write();
            verdict.assertSame();
            assertThat(world.deadLetters()).isEmpty();
        }
    }
}
