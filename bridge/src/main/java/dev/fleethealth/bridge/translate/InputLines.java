package dev.fleethealth.bridge.translate;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** The lines of an input as bytes: they need not be text. A line ends with LF or CR LF; a too long one is cut. */
final class InputLines {
    /** Longer than any message that a dialect reads, in Base64 or with every character escaped. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    InputLines(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER_BYTES);
    }

    /** The next line without its end, cut after {@link #MAX_BYTES} + 1 bytes; absent at the end of the input. */
    Optional<byte[]> next() throws IOException {
        line.reset();
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        while (b >= 0 && b != '\n') {
            if (line.size() <= MAX_BYTES) {
                line.write(b);
            }
            b = in.read();
        }
        return Optional.of(withoutCarriageReturn(line.toByteArray()));
    }

    private static byte[] withoutCarriageReturn(byte[] bytes) {
        boolean ends = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        return ends ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }
}
