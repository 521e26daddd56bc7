package dev.fleethealth.schemas.privacy;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what looks like an IP address in a text, with or without a port: {@code 10.0.0.1}, {@code 10.0.0.1:5768},
 * {@code ::1}, {@code [2001:db8::1]:5768}. It rather finds too much, such as a version of four numbers.
 */
final class AddressesInText {
    private static final String IPV4 = "(?:[0-9]{1,3}\\.){3}[0-9]{1,3}";
    private static final String GROUPS = "[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,7}";

    /** Either all eight groups, or fewer around a double colon; the last two may be written as IPv4. */
    private static final String IPV6 = "(?:" + GROUPS + ")?::(?:" + GROUPS + ":)?" + IPV4
            + "|(?:" + GROUPS + ")?::(?:" + GROUPS + ")?"
            + "|(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}";

    // Every repetition has a bound, so that hostile texts take linear time.
    private static final Pattern ADDRESS = Pattern.compile("(?<![0-9])(?<v4>" + IPV4 + ")(?::[0-9]{1,5})?(?![0-9])"
            + "|\\[(?<bracketed>" + IPV6 + ")](?::[0-9]{1,5})?"
            + "|(?<![0-9A-Za-z])(?<v6>" + IPV6 + ")(?![0-9A-Za-z])");

    private AddressesInText() {}

    static boolean isIn(String text) {
        return ADDRESS.matcher(text).find();
    }

    /** The text with each address, and its port, replaced. */
    static String replace(String text, UnaryOperator<String> replacement) {
        return ADDRESS.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(replacement.apply(withoutPort((Matcher) found))));
    }

    private static String withoutPort(Matcher found) {
        String v4 = found.group("v4");
        String v6 = found.group("v6");
        return v4 != null ? v4 : v6 != null ? v6 : found.group("bracketed");
    }
}
