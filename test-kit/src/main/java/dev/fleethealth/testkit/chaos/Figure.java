package dev.fleethealth.testkit.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a chaos test measured: one line of a table.
 *
 * @param row what the promise is called in {@code docs/reliability.md}, such as {@code 1-mosquitto}; names the file, too
 * @param promise what was put to the test
 * @param size how much of it, such as {@code 20 kills at 2,000 messages/s}
 * @param passLine what had to hold
 * @param measured what was seen
 */
public record Figure(String row, String promise, String size, String passLine, String measured) {
    private static final Path FOLDER = Path.of("target", "chaos-figures");

    /** Writes it to {@code target/chaos-figures/<row>.md}, in place of that of the last run. */
    public void write() throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(row + ".md"), line());
    }

    private String line() {
        return "| " + String.join(" | ", List.of(row, promise, size, passLine, measured)) + " |\n";
    }
}
