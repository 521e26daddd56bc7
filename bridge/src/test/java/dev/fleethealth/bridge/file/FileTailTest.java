package dev.fleethealth.bridge.file;

import static dev.fleethealth.bridge.file.LogFolder.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fleethealth.bridge.config.FileSourceSettings;
import dev.fleethealth.bridge.config.FileSourceSettings.StartAt;
import dev.fleethealth.service.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FileTailTest {
    private static final int LONGEST = 256;

    private final LogFolder folder;
    private final FakeReceiver receiver = new FakeReceiver();
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private Path pattern;
    private StartAt startAt = StartAt.BEGINNING;
    private int maxInFlight = 100;
    private FileTail tail;

    FileTailTest(@TempDir Path temporary) {
        this.folder = new LogFolder(temporary);
        this.pattern = folder.log();
        this.tail = newTail();
    }

    @AfterEach
    void close() {
        tail.close();
    }

    @Test
    void shouldTakeWholeLinesInTheirOrder() throws Exception {
        // Given
        folder.write(0, 3);
        folder.append("half a li");

        // When
        poll();

        // Then
        assertThat(receiver.taken()).containsExactly(lines(0, 3));

        // When
        folder.append("ne\r\n\n  \nnext\n");
        poll();

        // Then
        assertThat(receiver.taken()).containsExactly("half a line", "next");
    }

    @Test
    void shouldBeginBehindWhatIsThereAtTheFirstStart() throws Exception {
        // Given
        startAt = StartAt.END;
        folder.write(0, 3);
        folder.append("half a li");
        tail = newTail();

        // When
        poll();
        folder.append("ne\n");
        poll();

        // Then
        assertThat(receiver.taken()).containsExactly("half a line");
    }

    @Test
    void shouldTakeAllOfAFileThatAppearsLater() throws Exception {
        // Given
        startAt = StartAt.END;
        tail = newTail();
        poll();
        assertThat(tail.problem()).contains("no such file: [" + folder.log() + "]");

        // When
        folder.write(0, 3);
        poll();

        // Then
        assertThat(receiver.taken()).containsExactly(lines(0, 3));
        assertThat(tail.problem()).isEmpty();
    }

    @Test
    void shouldTakeAllOfAFileThatAppearedWhileTheBridgeWasAway() throws Exception {
        // Given
        startAt = StartAt.END;
        tail = newTail();
        poll();
        folder.write(0, 3);

        // When
        restart();

        // Then
        assertThat(receiver.taken()).containsExactly(lines(0, 3));
    }

    @Test
    void shouldReadARenamedFileToItsEndAndTheNewOne() throws Exception {
        // Given
        folder.write(0, 5);
        poll();

        // When
        folder.write(5, 5);
        folder.rename("broker.log.1");
        Files.writeString(folder.folder().resolve("broker.log.1"), LogFolder.line(10) + "\nlast words", append());
        folder.write(11, 5);
        poll();

        // Then
        assertThat(receiver.taken()).contains(lines(0, 16)).hasSize(16);

        // When
        now = now.plus(FollowedFile.LINGER).plusSeconds(1);
        poll();
        poll();

        // Then
        assertThat(receiver.taken()).containsExactly("last words");
        assertThat(stored()).extracting(Position::path).containsExactly(folder.log());
    }

    @Test
    void shouldReadARenamedFileToItsEndWhenItWasRenamedWhileTheBridgeWasAway() throws Exception {
        // Given
        folder.write(0, 5);
        poll();
        receiver.taken();

        // When
        folder.write(5, 5);
        folder.rename("broker.log.1");
        folder.write(10, 5);
        restart();

        // Then
        assertThat(receiver.taken()).containsExactly(lines(5, 10));
    }

    @Test
    void shouldReadTheCopyWhenTheFileIsTruncated() throws Exception {
        // Given
        folder.write(0, 5);
        poll();

        // When
        folder.write(5, 5);
        folder.copy("broker.log.1");
        folder.truncate();
        folder.write(10, 2);
        poll();

        // Then
        assertThat(receiver.taken()).containsExactly(lines(0, 12));
    }

    @Test
    void shouldReadTheCopyWhenTheFileWasTruncatedWhileTheBridgeWasAway() throws Exception {
        // Given
        folder.write(0, 5);
        poll();
        receiver.taken();

        // When
        folder.write(5, 5);
        folder.copy("broker.log.1");
        folder.truncate();
        folder.write(10, 20);
        restart();

        // Then
        assertThat(receiver.taken()).containsExactly(lines(5, 25));
    }

    @Test
    void shouldReadNothingTwiceWhenThePatternMatchesCopiesToo() throws Exception {
        // Given
        pattern = folder.folder().resolve("broker.log*");
        tail = newTail();
        folder.write(0, 5);
        poll();

        // When
        folder.copy("broker.log.1");
        poll();
        folder.truncate();
        folder.write(5, 2);
        poll();
        restart();

        // Then
        assertThat(receiver.taken()).containsExactly(lines(0, 7));
    }

    @Test
    void shouldBeginAnewWhenTheFileIsTruncated() throws Exception {
        // Given
        folder.write(0, 5);
        poll();
        receiver.taken();

        // When
        folder.truncate();
        folder.write(5, 20);
        poll();

        // Then
        assertThat(receiver.taken()).containsExactly(lines(5, 20));
    }

    @Test
    void shouldGoOnWhereItStopped() throws Exception {
        // Given
        folder.write(0, 50);
        poll();
        receiver.taken();

        // When
        folder.write(50, 5);
        restart();

        // Then
        assertThat(receiver.taken()).containsExactly(lines(50, 5));
    }

    @Test
    void shouldKeepNoPositionBehindALineThatIsNotSafe() throws Exception {
        // Given
        receiver.lag = 5;
        folder.write(0, 5);
        poll();

        // When
        List<Runnable> unsafe = List.copyOf(receiver.unsafe);
        unsafe.get(0).run();
        unsafe.get(2).run();
        unsafe.get(3).run();
        receiver.taken();
        restart();

        // Then
        assertThat(receiver.taken()).containsExactly(lines(1, 4));
    }

    @Test
    void shouldRepeatNoMoreThanTheWindowAfterAKill() throws Exception {
        // Given
        maxInFlight = 10;
        tail = newTail();
        folder.write(0, 10);
        poll();
        folder.write(10, 87);

        // When
        tail.poll(); // its last positions are not kept
        assertThat(receiver.taken()).containsExactly(lines(0, 97));
        tail.close();
        tail = newTail();
        poll();

        // Then
        List<String> repeated = receiver.taken();
        assertThat(repeated).hasSizeLessThanOrEqualTo(10).endsWith(LogFolder.line(96));
    }

    @Test
    void shouldCutLongLinesAndGoOnBehindThem() throws Exception {
        // Given
        String longest = "x".repeat(LONGEST);
        folder.append(longest + "\n" + longest + "y\n" + "z".repeat(200_000));
        poll();

        // When
        folder.append("zz\nnext\n");
        poll();

        // Then
        assertThat(receiver.lines).extracting(Line::whole).containsExactly(true, false, false, true);
        assertThat(receiver.taken()).containsExactly(longest, longest, "z".repeat(LONGEST), "next");
    }

    @Test
    void shouldPassOnBytesThatAreNoText() throws Exception {
        // Given
        byte[] bytes = {(byte) 0xff, 0, (byte) 0xc3};
        folder.append(bytes);
        folder.append("\n");

        // When
        poll();

        // Then
        assertThat(receiver.lines).hasSize(1);
        assertThat(receiver.lines.get(0).bytes()).isEqualTo(bytes);
    }

    @Test
    void shouldFollowFilesThatBeginAlike() throws Exception {
        // Given
        pattern = folder.folder().resolve("*.log");
        tail = newTail();
        String banner = "mosquitto version 2.0.21 starting\nConfig loaded from /etc/mosquitto.conf\n".repeat(5);
        folder.append(banner + "first\n");
        Files.writeString(folder.folder().resolve("other.log"), banner + "other\n");

        // When
        poll();

        // Then
        assertThat(receiver.taken()).hasSize(22).contains("first", "other");
    }

    @Test
    void shouldSayWhatIsWrongWithTheStateFile() throws IOException {
        Files.writeString(folder.stateFile(), "[]");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::newTail)
                .withMessage("state-file: expected positions that the bridge has kept, found something else in "
                        + folder.stateFile() + "; remove it to begin anew");
    }

    private FileTail newTail() {
        FileSourceSettings settings = new FileSourceSettings(
                "broker",
                "mosquitto",
                Optional.empty(),
                "default",
                List.of(pattern),
                folder.stateFile(),
                startAt,
                Duration.ofMillis(10),
                LONGEST,
                maxInFlight);
        return new FileTail(settings, receiver, () -> now);
    }

    /** Everything that is there, and the positions kept. */
    private void poll() throws IOException, InterruptedException {
        boolean more = true;
        while (more) {
            more = tail.poll();
        }
        tail.keep();
    }

    private void restart() throws IOException, InterruptedException {
        tail.keep();
        tail.close();
        tail = newTail();
        poll();
    }

    private List<Position> stored() {
        return PositionFile.at(folder.stateFile()).load().orElseThrow();
    }

    private static OpenOption append() {
        return StandardOpenOption.APPEND;
    }
}
