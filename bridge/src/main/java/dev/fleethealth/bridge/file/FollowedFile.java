package dev.fleethealth.bridge.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One open file. It stays open when it is renamed or deleted, so that what is still written to it is read; it ends when
 * nothing has come for a while and no path leads to it any more.
 */
final class FollowedFile implements AutoCloseable {
    /** How long a writer may go on with a file that was rotated away. */
    static final Duration LINGER = Duration.ofMinutes(1);

    private final OpenFile file;
    private final LineReader reader;
    private final Window.Track track;
    private Path path;
    private Fingerprint head;
    private Fingerprint tail;
    private long printedAt;
    private boolean reachable;
    private boolean ended;
    private Instant lastGrowth;

    /** @param track the lines taken so far of what this file holds */
    FollowedFile(OpenFile file, long offset, Window.Track track, int longestLine, Instant now) throws IOException {
        this.file = file;
        this.path = file.path();
        this.reader = new LineReader(file.channel(), offset, longestLine);
        this.track = track;
        this.head = Fingerprint.head(file.channel(), offset);
        this.tail = Fingerprint.tail(file.channel(), offset);
        this.printedAt = offset;
        this.lastGrowth = now;
    }

    String key() {
        return file.key();
    }

    Window.Track track() {
        return track;
    }

    /** A path leads to it. */
    void foundAt(Path where) {
        path = where;
        reachable = true;
        ended = false;
    }

    /** No path leads to it: it was rotated away or deleted. */
    void notFound() {
        reachable = false;
    }

    /** Whether it was emptied, or written anew from its beginning. */
    boolean isTruncated() throws IOException {
        long size = file.channel().size();
        return size < reader.end() || size > reader.end() && !head.matches(file.channel());
    }

    /** Whether the other file holds the same, as far as it goes: it may be a copy that is being made. */
    boolean isCopiedBy(OpenFile other) throws IOException {
        long common = Math.min(other.channel().size(), reader.offset());
        return head.isTelling()
                && head.matches(other.channel())
                && Fingerprint.tail(file.channel(), common).matches(other.channel());
    }

    /** The next line; empty when there is none for now. */
    Optional<Line> next(Instant now) throws IOException {
        Optional<Line> line = ended ? Optional.empty() : reader.next();
        if (line.isPresent()) {
            lastGrowth = now;
        } else if (!ended && !reachable && lastGrowth.plus(LINGER).isBefore(now)) {
            ended = true;
            line = reader.rest();
        }
        return line;
    }

    /** Takes note of what it looks like, before anybody changes it. */
    void print() throws IOException {
        long offset = reader.offset();
        if (offset != printedAt) {
            tail = Fingerprint.tail(file.channel(), offset);
            head = head.length() == Fingerprint.LONGEST ? head : Fingerprint.head(file.channel(), offset);
            printedAt = offset;
        }
    }

    /** Whether it can be forgotten. */
    boolean isDone() {
        return ended && track.isSettled();
    }

    /** Where to go on after a restart. */
    Position position() {
        return new Position(path, file.key(), head, tail, track.safe());
    }

    /** Where this run goes on. */
    Position readPosition() {
        return new Position(path, file.key(), head, tail, reader.offset());
    }

    /** How many bytes are not safe yet. */
    long behind() throws IOException {
        return ended ? 0 : Math.max(0, file.channel().size() - track.safe());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
