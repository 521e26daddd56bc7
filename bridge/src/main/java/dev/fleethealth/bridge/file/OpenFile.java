package dev.fleethealth.bridge.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file that was opened under a path.
 *
 * @param key the file system's own name of the file
 */
record OpenFile(Path path, String key, FileChannel channel) implements AutoCloseable {
    private static final int LOOK_BACK = 65_536;

    /** @throws NoSuchFileException also when it is being replaced right now */
    static OpenFile open(Path path) throws IOException {
        String key = key(path);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        if (!key.equals(key(path))) {
            channel.close();
            throw new NoSuchFileException(path.toString(), null, "replaced by another meanwhile");
        }
        return new OpenFile(path, key, channel);
    }

    /** What stays the same when a file is renamed: device and inode. */
    static String key(Path path) throws IOException {
        Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        return key == null ? path.toString() : key.toString();
    }

    /** Offset behind the last line break: what is being written there is read when it is whole. */
    long lastLine() throws IOException {
        long size = channel.size();
        ByteBuffer tail = ByteBuffer.allocate((int) Math.min(size, LOOK_BACK));
        channel.read(tail, size - tail.capacity());
        for (int index = tail.position() - 1; index >= 0; index--) {
            if (tail.get(index) == '\n') {
                return size - tail.capacity() + index + 1;
            }
        }
        return size - tail.capacity();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
