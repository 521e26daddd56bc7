package dev.fleethealth.bridge.translate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of an input as bytes: they need not be text. A line ends with LF or CR LF; a too long one is cut. A byte order
 * mark at the beginning, as editors leave it, is not part of the first line.
 */
final class InputLines {
    /** Longer than any message that a dialect reads, in Base64 or with every character escaped. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int limit;
    private boolean begun;

    InputLines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end, cut after {@link #MAX_BYTES} + 1 bytes; absent at the end of the input. */
    Optional<byte[]> next() throws IOException {
        if (position == limit && !fill()) {
            return Optional.empty();
        }
        line.reset();
        do {
            int end = endOfLine();
            keep(end);
            boolean complete = end < limit;
            position = complete ? end + 1 : end;
            if (complete) {
                break;
            }
        } while (fill());
        byte[] bytes = withoutCarriageReturn(line.toByteArray());
        boolean first = !begun;
        begun = true;
        return Optional.of(first ? withoutMark(bytes) : bytes);
    }

    private boolean fill() throws IOException {
        limit = Math.max(0, in.read(buffer));
        position = 0;
        return limit > 0;
    }

    private int endOfLine() {
        int end = position;
        while (end < limit && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private void keep(int end) {
        line.write(buffer, position, Math.min(end - position, MAX_BYTES + 1 - line.size()));
    }

    private static byte[] withoutMark(byte[] bytes) {
        int length = BYTE_ORDER_MARK.length;
        boolean marked = bytes.length >= length && Arrays.equals(bytes, 0, length, BYTE_ORDER_MARK, 0, length);
        return marked ? Arrays.copyOfRange(bytes, length, bytes.length) : bytes;
    }

    private static byte[] withoutCarriageReturn(byte[] bytes) {
        boolean ends = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        return ends ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }
}
