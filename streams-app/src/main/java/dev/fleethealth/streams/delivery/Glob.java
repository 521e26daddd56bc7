package dev.fleethealth.streams.delivery;

/** Patterns of names: {@code *} stands for any characters, {@code ?} for one, all else for itself. */
public final class Glob {
    private Glob() {}

    /** Takes time in proportion to both lengths at worst, whatever the pattern. */
    public static boolean matches(String pattern, String name) {
        int inPattern = 0;
        int inName = 0;
        int star = -1;
        int starredFrom = 0;
        while (inName < name.length()) {
            if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
                star = inPattern++;
                starredFrom = inName;
            } else if (inPattern < pattern.length() && fits(pattern.charAt(inPattern), name.charAt(inName))) {
                inPattern++;
                inName++;
            } else if (star >= 0) {
                inPattern = star + 1;
                inName = ++starredFrom;
            } else {
                return false;
            }
        }
        return pattern.substring(inPattern).chars().allMatch(rest -> rest == '*');
    }

    private static boolean fits(char wanted, char found) {
        return wanted == '?' || wanted == found;
    }
}
