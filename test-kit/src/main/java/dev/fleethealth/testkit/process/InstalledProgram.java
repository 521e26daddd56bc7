package dev.fleethealth.testkit.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of this machine that tests use where they are there. */
public final class InstalledProgram {
    /** Where distributions put some of them, for the superuser's path alone. */
    private static final String SYSTEM_PROGRAMS = "/usr/sbin";

    private InstalledProgram() {}

    /** Where it is: on the path, or among the system's programs. */
    public static Optional<Path> find(String name) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), Stream.of(SYSTEM_PROGRAMS))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
