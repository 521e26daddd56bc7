package dev.fleethealth.streams.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What standard error is connected to. */
final class StandardError {
    private static final Path ON_LINUX = Path.of("/proc/self/fd/2");

    private StandardError() {}

    /** Java knows only of terminals that standard output is connected to, too. */
    static boolean isTerminal() {
        if (System.console() != null) {
            return true;
        }
        try {
            String device = Files.readSymbolicLink(ON_LINUX).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException notOnLinux) {
            return false;
        }
    }
}
