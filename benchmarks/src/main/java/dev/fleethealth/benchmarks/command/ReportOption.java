package dev.fleethealth.benchmarks.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the result goes besides standard output. */
final class ReportOption {
    @Option(names = "--report", paramLabel = "FILE", description = "Write the tables to that file, too (Markdown).")
    private @Nullable Path file;

    void write(PrintWriter out, String markdown) throws IOException {
        out.print(markdown);
        out.flush();
        if (file != null) {
            Files.writeString(file, markdown);
        }
    }
}
