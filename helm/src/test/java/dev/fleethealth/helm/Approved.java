package dev.fleethealth.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are made and committed; {@code -Dgolden.update=true} makes them anew. */
final class Approved {
    private Approved() {}

    static void compare(Path file, String text) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text)
                .as("%s, made anew by mvn -pl helm -am test -Dgolden.update=true", file)
                .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    }
}
