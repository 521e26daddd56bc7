package dev.fleethealth.streams.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A disk of a given size that is soon full: a tmpfs, which only root may mount. */
record SmallDisk(Path path) implements AutoCloseable {

    /** None where mounting is refused. */
    static Optional<SmallDisk> mount(Path path, int mebibytes) throws IOException, InterruptedException {
        Files.createDirectories(path);
        int exit = run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", path.toString());
        return exit == 0 ? Optional.of(new SmallDisk(path)) : Optional.empty();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "-l", path.toString());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
