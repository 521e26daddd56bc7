package dev.fleethealth.bridge.file;

import java.io.IOException;
import java.nio.file.Path;

/**
 * How far the bridge has come in a file: everything before is safe on Kafka.
 *
 * @param path where the file was last seen
 * @param key the file system's own name of the file (device and inode), which stays when it is renamed
 * @param head what the file begins with
 * @param tail what stood last in it of all that was read
 * @param offset bytes from the beginning
 */
record Position(Path path, String key, Fingerprint head, Fingerprint tail, long offset) {

    /** What the file is known by, wherever one has come to in it. */
    Position identity() {
        return new Position(path, key, head, head, 0);
    }

    /** Whether this is the same file, under whatever name, and not shorter than it was. */
    boolean isOf(OpenFile file) throws IOException {
        return key.equals(file.key()) && file.channel().size() >= offset && head.matches(file.channel());
    }

    /** Whether that file is a copy with all that was read: {@code copytruncate} makes one. */
    boolean isOfCopy(OpenFile file) throws IOException {
        return head.isTelling() && head.matches(file.channel()) && tail.matches(file.channel());
    }
}
