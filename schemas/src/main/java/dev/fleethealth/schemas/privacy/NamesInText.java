package dev.fleethealth.schemas.privacy;

/** Finds a user name in a text, where it stands as a word of its own. */
final class NamesInText {
    /** Longer names are looked for by their beginning: names and texts are hostile, and a search must stay cheap. */
    static final int LONGEST = 256;

    private NamesInText() {}

    /** The text with each occurrence of the name replaced; all of it, where it holds a name that is too long. */
    static String replace(String text, String name, String replacement) {
        if (name.isBlank()) {
            return text;
        }
        if (name.length() > LONGEST) {
            return text.contains(name.substring(0, LONGEST)) ? replacement : text;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        int done = 0;
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            if (at >= done && isWord(text, at, at + name.length())) {
                replaced.append(text, done, at).append(replacement);
                done = at + name.length();
            }
        }
        return replaced.append(text, done, text.length()).toString();
    }

    private static boolean isWord(String text, int start, int end) {
        boolean begins = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
        return begins && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }
}
