package dev.fleethealth.bridge.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Optional;

/** Reads lines as a file grows. The last line is not one before its line break is there. Memory is bounded. */
final class LineReader {
    private static final int CHUNK = 65_536;

    private final FileChannel file;
    private final int longest;
    private final byte[] buffer;
    private long bufferOffset;
    private int start;
    private int scanned;
    private int limit;
    private byte[] cut = {};
    private boolean cutting;
    private long cutOffset;

    /** @param longest bytes of a line; what is behind them is left out */
    LineReader(FileChannel file, long offset, int longest) {
        this.file = file;
        this.bufferOffset = offset;
        this.longest = longest;
        this.buffer = new byte[longest + CHUNK];
    }

    /** Where the next line begins. */
    long offset() {
        return cutting ? cutOffset : bufferOffset + start;
    }

    /** Offset of the first byte that was not read yet. */
    long end() {
        return bufferOffset + limit;
    }

    /** The next line; empty when the file holds no more whole lines for now. */
    Optional<Line> next() throws IOException {
        while (true) {
            while (scanned < limit) {
                if (buffer[scanned++] == '\n') {
                    return Optional.of(line(scanned - 1));
                }
            }
            cutWhenTooLong();
            if (!fill()) {
                return Optional.empty();
            }
        }
    }

    /** What stands behind the last line break, when nothing will follow any more. */
    Optional<Line> rest() {
        return cutting || start < limit ? Optional.of(line(limit)) : Optional.empty();
    }

    private Line line(int end) {
        Line line = cutting
                ? new Line(cut, bufferOffset + scanned, false)
                : whole(end > start && buffer[end - 1] == '\r' ? end - 1 : end);
        start = scanned;
        cutting = false;
        return line;
    }

    private Line whole(int end) {
        boolean fits = end - start <= longest;
        byte[] bytes = Arrays.copyOfRange(buffer, start, fits ? end : start + longest);
        return new Line(bytes, bufferOffset + scanned, fits);
    }

    /** Keeps the beginning of the line, and makes room for what goes on behind it. */
    private void cutWhenTooLong() {
        if (!cutting && limit - start > longest) {
            cut = Arrays.copyOfRange(buffer, start, start + longest);
            cutOffset = bufferOffset + start;
            cutting = true;
        }
        if (cutting) {
            start = limit;
        }
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, limit - start);
        bufferOffset += start;
        limit -= start;
        scanned = limit;
        start = 0;
        int read = file.read(ByteBuffer.wrap(buffer, limit, buffer.length - limit), bufferOffset + limit);
        limit += Math.max(read, 0);
        return read > 0;
    }
}
