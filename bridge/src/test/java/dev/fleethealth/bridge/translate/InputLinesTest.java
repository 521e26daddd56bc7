package dev.fleethealth.bridge.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputLinesTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000})
    void shouldSplitAtLineEndsWhereverTheReadsFall(int chunk) throws IOException {
        assertThat(lines("a\n\nbc\r\nd\re", chunk)).containsExactly("a", "", "bc", "d\re");
        assertThat(lines("a\n", chunk)).containsExactly("a");
        assertThat(lines("\n", chunk)).containsExactly("");
        assertThat(lines("", chunk)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000})
    void shouldLeaveOutAByteOrderMarkWhenTheInputBeginsWithIt(int chunk) throws IOException {
        assertThat(lines("\uFEFFa\n\uFEFFb", chunk)).containsExactly("a", "\uFEFFb");
        assertThat(lines("\uFEFF\na", chunk)).containsExactly("", "a");
    }

    @Test
    void shouldSplitWhenALineIsLongerThanTheBuffer() throws IOException {
        // Given
        String line = "x".repeat(200_000);

        // When // Then
        assertThat(lines(line + "\n" + line + "y", 65_536)).containsExactly(line, line + "y");
    }

    @Test
    void shouldCutALineWhenItIsTooLong() throws IOException {
        assertThat(lines("x".repeat(InputLines.MAX_BYTES + 100_000) + "\nnext", 65_536))
                .extracting(String::length)
                .containsExactly(InputLines.MAX_BYTES + 1, 4);
    }

    /** @param chunk how many bytes one read gives at most */
    private static List<String> lines(String text, int chunk) throws IOException {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public int read(byte[] buffer) {
                return read(buffer, 0, Math.min(chunk, buffer.length));
            }
        };
        InputLines lines = new InputLines(in);
        List<String> found = new ArrayList<>();
        for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
            found.add(new String(line.get(), StandardCharsets.UTF_8));
        }
        return found;
    }
}
