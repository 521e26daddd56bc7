package dev.fleethealth.bridge.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.config.FileSourceSettings;
import dev.fleethealth.bridge.config.FileSourceSettings.StartAt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories of a log: nothing is lost, and only a kill makes lines come twice. */
@Timeout(120)
class RotationPropertyTest {
    private static final int WINDOW = 20;
    private static final int STEPS = 150;

    private final Path temporary;

    RotationPropertyTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker.log", "broker.log*"})
    void shouldLoseNothing(String pattern) throws Exception {
        for (int seed = 0; seed < 40; seed++) {
            // Given
            History history = new History(Files.createDirectory(temporary.resolve("s" + seed)), pattern, seed);

            // When
            for (int step = 0; step < STEPS; step++) {
                history.step();
            }
            history.settle();

            // Then
            assertThat(new HashSet<>(history.taken))
                    .describedAs("lines taken, seed %d", seed)
                    .containsExactlyInAnyOrder(LogFolder.lines(0, history.written));
            assertThat(history.taken.size() - history.written)
                    .describedAs("lines taken twice, seed %d", seed)
                    .isBetween(0, history.kills * WINDOW);
        }
    }

    /** A broker that writes, a tool that rotates, and a bridge that is stopped and killed. */
    private static final class History {
        private final Random random;
        private final LogFolder folder;
        private final Path pattern;
        private final FakeReceiver receiver = new FakeReceiver();
        private final List<String> taken = new ArrayList<>();
        private Instant now = Instant.parse("2026-11-20T10:00:00Z");
        private FileTail tail;
        private int written;
        private int rotations;
        private int kills;

        /** How much of the current file was surely seen. */
        private long seen;

        History(Path folder, String pattern, long seed) {
            this.random = new Random(seed);
            this.folder = new LogFolder(folder);
            this.pattern = folder.resolve(pattern);
            this.tail = newTail();
        }

        void step() throws IOException, InterruptedException {
            switch (random.nextInt(8)) {
                case 0, 1 -> write(random.nextInt(10));
                case 2, 3 -> poll();
                case 4 -> now = now.plusSeconds(random.nextInt(40));
                case 5 -> rotate();
                case 6 -> receiver.acknowledge();
                default -> stop();
            }
        }

        void settle() throws IOException, InterruptedException {
            poll();
            receiver.acknowledge();
            now = now.plus(FollowedFile.LINGER).plusSeconds(1);
            poll();
            receiver.acknowledge();
            tail.keep();
            tail.close();
        }

        private void write(int lines) {
            folder.write(written, lines);
            written += lines;
        }

        private void poll() throws IOException, InterruptedException {
            receiver.lag = random.nextInt(WINDOW / 2);
            boolean more = true;
            while (more) {
                more = tail.poll();
            }
            taken.addAll(receiver.taken());
            seen = Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
        }

        /** Only what was seen can be found again under another name. */
        private void rotate() throws IOException {
            if (seen < Fingerprint.LONGEST || !Files.exists(folder.log())) {
                return;
            }
            String name = "broker.log." + rotations++;
            if (random.nextBoolean()) {
                folder.rename(name);
            } else {
                folder.copy(name);
                folder.truncate();
            }
            seen = 0;
        }

        private void stop() throws IOException {
            if (random.nextBoolean()) {
                receiver.acknowledge();
                tail.keep();
            } else {
                kills++;
                receiver.unsafe.clear();
            }
            tail.close();
            tail = newTail();
        }

        private FileTail newTail() {
            FileSourceSettings settings = new FileSourceSettings(
                    "broker",
                    "mosquitto",
                    Optional.empty(),
                    "default",
                    List.of(pattern),
                    folder.stateFile(),
                    StartAt.BEGINNING,
                    Duration.ofMillis(10),
                    65_536,
                    WINDOW);
            return new FileTail(settings, receiver, () -> now);
        }
    }
}
