package dev.fleethealth.bridge.file;

import dev.fleethealth.bridge.config.FileSourceSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Takes the lines of the followed files in turn, and keeps the positions of those that are safe. For one thread; only
 * acknowledgements may come from others.
 */
final class FileTail implements AutoCloseable {
    private static final int LINES_IN_TURN = 1_000;
    private static final Duration BETWEEN_SAVES = Duration.ofSeconds(1);

    private final PositionFile store;
    private final Window window;
    private final FollowedFiles files;
    private final Lines lines;
    private final InstantSource clock;
    private Optional<List<Position>> kept;
    private Instant keptAt = Instant.EPOCH;

    FileTail(FileSourceSettings settings, Lines lines, InstantSource clock) {
        this.store = PositionFile.at(settings.stateFile());
        this.kept = store.load();
        this.window = new Window(settings.maxInFlight());
        this.files = new FollowedFiles(settings, kept, window);
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * Takes the lines that have come, up to a number for each file. Waits while too many lines are in flight.
     *
     * @return whether there may be more already
     * @throws IOException when a file can't be read or positions can't be kept; nothing is lost, to be tried again
     */
    boolean poll() throws IOException, InterruptedException {
        files.look(clock.instant());
        keepInTime();
        boolean more = false;
        for (FollowedFile file : files.open()) {
            more |= take(file);
            file.print();
        }
        keepInTime();
        return more;
    }

    /** Keeps how far the bridge has come. */
    void keep() throws IOException {
        int covered = window.coverable();
        List<Position> positions = files.positions();
        if (!kept.equals(Optional.of(positions))) {
            store.save(positions);
            kept = Optional.of(positions);
        }
        keptAt = clock.instant();
        window.covered(covered);
    }

    /** What keeps files from being followed. */
    Optional<String> problem() {
        return files.problem();
    }

    /** Bytes that are not safe yet. */
    long behind() throws IOException {
        long behind = 0;
        for (FollowedFile file : files.open()) {
            behind += file.behind();
        }
        return behind;
    }

    @Override
    public void close() {
        files.close();
    }

    /** At once when files are not known as they are now: nobody could find them again if they were rotated. */
    private void keepInTime() throws IOException {
        if (!clock.instant().isBefore(keptAt.plus(BETWEEN_SAVES))
                || !identities(files.positions()).equals(identities(kept.orElse(List.of())))) {
            keep();
        }
    }

    private static List<Position> identities(List<Position> positions) {
        return positions.stream().map(Position::identity).toList();
    }

    private boolean take(FollowedFile file) throws IOException, InterruptedException {
        for (int count = 0; count < LINES_IN_TURN; count++) {
            if (window.awaitRoom()) {
                keep();
            }
            Optional<Line> line = file.next(clock.instant());
            if (line.isEmpty()) {
                return false;
            }
            take(line.get(), file.track().taken(line.get().end()));
        }
        return true;
    }

    private void take(Line line, Window.Mark mark) throws InterruptedException {
        if (line.isBlank()) {
            mark.safe();
        } else {
            lines.accept(line, mark::safe);
        }
    }

    /** Where lines go. */
    @FunctionalInterface
    interface Lines {
        /** @param safe to be called, from any thread, when the line needs not be read again */
        void accept(Line line, Runnable safe) throws InterruptedException;
    }
}
