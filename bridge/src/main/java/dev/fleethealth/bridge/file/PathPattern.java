package dev.fleethealth.bridge.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The files of one folder that a configured path means. */
final class PathPattern {
    private static final PathMatcher COMPRESSED = FileSystems.getDefault().getPathMatcher("glob:*.{gz,xz,bz2,zst}");

    private final Path folder;
    private final PathMatcher name;

    PathPattern(Path path) {
        folder = path.resolveSibling("").toAbsolutePath();
        name = FileSystems.getDefault().getPathMatcher("glob:" + path.getFileName());
    }

    /** Files with such a name, in the order of their names; none while the folder is not there. */
    List<Path> matches() throws IOException {
        return list(folder, file -> name.matches(file.getFileName()));
    }

    /** All plain files of a folder. */
    static List<Path> siblings(Path folder) throws IOException {
        return list(folder, file -> true);
    }

    private static List<Path> list(Path folder, DirectoryStream.Filter<Path> wanted) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, wanted)) {
            for (Path file : files) {
                if (Files.isRegularFile(file) && !COMPRESSED.matches(file.getFileName())) {
                    found.add(file);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
        Collections.sort(found);
        return found;
    }
}
