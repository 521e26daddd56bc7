package dev.fleethealth.bridge.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A part of a file by which it is known again. A hash, because log lines may hold what nobody should find elsewhere.
 *
 * @param from offset of the part
 * @param length its bytes, up to {@value #LONGEST}
 * @param digest SHA-256 of them
 */
record Fingerprint(long from, int length, String digest) {
    static final int LONGEST = 256;

    /** From so many bytes on, two files with the same beginning may be copies of each other. */
    private static final int TELLING = 64;

    /** What the file begins with, as far as it is before that offset. */
    static Fingerprint head(FileChannel file, long offset) throws IOException {
        return of(file, 0, (int) Math.min(LONGEST, offset));
    }

    /** What stands right before that offset. */
    static Fingerprint tail(FileChannel file, long offset) throws IOException {
        int length = (int) Math.min(LONGEST, offset);
        return of(file, offset - length, length);
    }

    /** Whether that file has the same part. */
    boolean matches(FileChannel file) throws IOException {
        return file.size() >= from + length && of(file, from, length).equals(this);
    }

    /** Whether it is long enough to tell files apart. */
    boolean isTelling() {
        return length >= TELLING;
    }

    private static Fingerprint of(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = file.read(bytes, from + bytes.position());
        }
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(bytes.flip());
            return new Fingerprint(from, length, HexFormat.of().formatHex(sha256.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
