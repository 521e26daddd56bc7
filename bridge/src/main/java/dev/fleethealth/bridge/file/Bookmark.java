package dev.fleethealth.bridge.file;

/**
 * A position in a file that is not open: of an earlier run, or of a file that was truncated and may have a copy.
 *
 * @param position where to go on reading
 * @param track the lines before it, some of which may be in flight
 */
record Bookmark(Position position, Window.Track track) {

    /** What to keep while the file isn't found. */
    Position kept() {
        return new Position(position.path(), position.key(), position.head(), position.tail(), track.safe());
    }
}
