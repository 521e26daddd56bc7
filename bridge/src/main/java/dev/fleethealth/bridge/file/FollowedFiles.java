package dev.fleethealth.bridge.file;

import dev.fleethealth.bridge.config.FileSourceSettings;
import dev.fleethealth.bridge.config.FileSourceSettings.StartAt;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that are followed. Finds new ones, and finds those again that were renamed, or copied and truncated, also
 * while the bridge was away.
 */
final class FollowedFiles implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(FollowedFiles.class);

    private final FileSourceSettings settings;
    private final List<PathPattern> patterns;
    private final Window window;
    private final List<FollowedFile> files = new ArrayList<>();
    private final List<Bookmark> bookmarks = new ArrayList<>();
    private boolean startAtEnd;
    private Optional<String> problem = Optional.empty();

    /** @param kept positions of the last run; empty when this is the first */
    FollowedFiles(FileSourceSettings settings, Optional<List<Position>> kept, Window window) {
        this.settings = settings;
        this.patterns = settings.paths().stream().map(PathPattern::new).toList();
        this.window = window;
        this.startAtEnd = kept.isEmpty() && settings.startAt() == StartAt.END;
        kept.orElse(List.of())
                .forEach(position -> bookmarks.add(new Bookmark(position, window.track(position.offset()))));
    }

    /** Looks what has become of the files. */
    void look(Instant now) throws IOException {
        forgetDone();
        for (FollowedFile file : List.copyOf(files)) {
            if (file.isTruncated()) {
                truncated(file);
            }
        }
        for (Bookmark bookmark : List.copyOf(bookmarks)) {
            resume(bookmark, now);
        }
        files.forEach(FollowedFile::notFound);
        problem = Optional.empty();
        for (PathPattern pattern : patterns) {
            for (Path path : pattern.matches()) {
                meet(path, now);
            }
        }
        startAtEnd = false;
        if (files.isEmpty() && problem.isEmpty()) {
            problem = Optional.of("no such file: " + settings.paths());
        }
    }

    /** What keeps files from being followed. */
    Optional<String> problem() {
        return problem;
    }

    /** The open files, in the order in which they were found. */
    List<FollowedFile> open() {
        return List.copyOf(files);
    }

    /** Where to go on after a restart. */
    List<Position> positions() {
        return Stream.concat(
                        files.stream().map(FollowedFile::position),
                        bookmarks.stream().map(Bookmark::kept))
                .toList();
    }

    @Override
    public void close() {
        files.forEach(FollowedFiles::closeQuietly);
    }

    private void forgetDone() {
        for (Iterator<FollowedFile> each = files.iterator(); each.hasNext(); ) {
            FollowedFile file = each.next();
            if (file.isDone()) {
                closeQuietly(file);
                each.remove();
            }
        }
    }

    /** What was not read of it may be in a copy, and the file itself begins anew. */
    private void truncated(FollowedFile file) {
        files.remove(file);
        closeQuietly(file);
        bookmarks.add(new Bookmark(file.readPosition(), file.track()));
    }

    private void resume(Bookmark bookmark, Instant now) throws IOException {
        Position position = bookmark.position();
        Optional<OpenFile> file = find(position, position::isOf);
        if (file.isEmpty()) {
            file = find(position, position::isOfCopy);
        }
        if (file.isPresent()) {
            bookmarks.remove(bookmark);
            follow(file.get(), position.offset(), bookmark.track(), now);
        } else if (Files.exists(position.path())) {
            bookmarks.remove(bookmark);
            LOGGER.atInfo()
                    .addKeyValue("source", settings.name())
                    .addKeyValue("path", position.path())
                    .addKeyValue("offset", position.offset())
                    .log("File was truncated or replaced, and what it held before is not found");
        }
    }

    /** The first file in the same folder that isn't followed and that the test accepts. */
    private Optional<OpenFile> find(Position position, Test test) throws IOException {
        for (Path path : PathPattern.siblings(position.path().resolveSibling(""))) {
            try {
                if (followed(OpenFile.key(path)).isEmpty()) {
                    OpenFile candidate = OpenFile.open(path);
                    if (test.accepts(candidate)) {
                        return Optional.of(candidate);
                    }
                    candidate.close();
                }
            } catch (NoSuchFileException | AccessDeniedException e) {
                // Gone meanwhile, or none of ours.
            }
        }
        return Optional.empty();
    }

    private void meet(Path path, Instant now) {
        try {
            Optional<FollowedFile> known = followed(OpenFile.key(path));
            if (known.isPresent()) {
                known.get().foundAt(path);
            } else {
                begin(OpenFile.open(path), now);
            }
        } catch (NoSuchFileException e) {
            // It is being rotated, and is met next time.
        } catch (IOException e) {
            problem = Optional.of("cannot read " + path + ": " + e.getClass().getSimpleName());
        }
    }

    private void begin(OpenFile file, Instant now) throws IOException {
        if (isCopy(file)) {
            file.close();
            return;
        }
        long offset = startAtEnd ? file.lastLine() : 0;
        follow(file, offset, window.track(offset), now).foundAt(file.path());
    }

    private boolean isCopy(OpenFile file) throws IOException {
        for (FollowedFile original : files) {
            if (original.isCopiedBy(file)) {
                return true;
            }
        }
        return false;
    }

    private FollowedFile follow(OpenFile file, long offset, Window.Track track, Instant now) throws IOException {
        FollowedFile followed = new FollowedFile(file, offset, track, settings.maxLineBytes(), now);
        files.add(followed);
        LOGGER.atInfo()
                .addKeyValue("source", settings.name())
                .addKeyValue("path", file.path())
                .addKeyValue("offset", offset)
                .log("Follows a file");
        return followed;
    }

    private Optional<FollowedFile> followed(String key) {
        return files.stream().filter(file -> file.key().equals(key)).findFirst();
    }

    private static void closeQuietly(FollowedFile file) {
        try {
            file.close();
        } catch (IOException e) {
            LOGGER.atDebug().setCause(e).log("File could not be closed");
        }
    }

    private interface Test {
        boolean accepts(OpenFile candidate) throws IOException;
    }
}
