package dev.fleethealth.bridge.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;

/** A folder with a log file that is written and rotated. */
record LogFolder(Path folder) {
    Path log() {
        return folder.resolve("broker.log");
    }

    Path stateFile() {
        return folder.resolve("state.json");
    }

    /** Lines that differ from each other, long enough that a few of them tell files apart. */
    void write(int first, int count) {
        IntStream.range(first, first + count).forEach(number -> append(line(number) + "\n"));
    }

    static String line(int number) {
        return "1763600%06d: New client connected as device-%d".formatted(number, number);
    }

    static String[] lines(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(LogFolder::line).toArray(String[]::new);
    }

    void append(String text) {
        append(text.getBytes(StandardCharsets.UTF_8));
    }

    void append(byte[] bytes) {
        try {
            Files.write(log(), bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As logrotate does without options: the writer opens a new file. */
    void rename(String name) throws IOException {
        Files.move(log(), folder.resolve(name));
    }

    void copy(String name) throws IOException {
        Files.copy(log(), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    void truncate() throws IOException {
        Files.write(log(), new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
    }
}
