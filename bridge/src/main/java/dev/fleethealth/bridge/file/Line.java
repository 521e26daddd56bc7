package dev.fleethealth.bridge.file;

/**
 * One line of a file.
 *
 * @param bytes without the line break
 * @param end offset of the first byte behind the line break
 * @param whole false when it was too long and is cut
 */
record Line(byte[] bytes, long end, boolean whole) {
    boolean isBlank() {
        for (byte next : bytes) {
            if (!Character.isWhitespace(next)) {
                return false;
            }
        }
        return true;
    }
}
