package dev.fleethealth.bridge.event;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A regular expression with a group {@code (?<fleet>…)} over one property of an event: where it is found, that group is
 * the fleet. The syntax is RE2's: it has no look-around and no back references, and takes time in proportion to the text,
 * whatever the expression. Client ids are hostile.
 */
public final class FleetRule {
    /** Longest text that is matched, in characters; a longer one belongs to no rule's fleet. */
    public static final int MAX_TEXT_LENGTH = 1024;

    private static final String GROUP = "fleet";

    private final Subject subject;
    private final Pattern pattern;

    private FleetRule(Subject subject, Pattern pattern) {
        this.subject = subject;
        this.pattern = pattern;
    }

    /** @throws IllegalArgumentException if the expression is wrong or has no group {@code fleet}; the message says which */
    public static FleetRule of(Subject subject, String regex) {
        Pattern pattern = compile(regex);
        if (!pattern.namedGroups().containsKey(GROUP)) {
            throw new IllegalArgumentException(
                    "expected a regular expression with a group (?<fleet>…), found \"%s\"".formatted(regex));
        }
        return new FleetRule(subject, pattern);
    }

    /** What the expression is matched against. */
    Subject subject() {
        return subject;
    }

    /** The fleet, where the expression is found in the text and its group is a fleet's name. */
    Optional<String> fleetOf(String text) {
        if (text.length() > MAX_TEXT_LENGTH) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? FleetName.of(matcher.group(GROUP)) : Optional.empty();
    }

    private static Pattern compile(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "expected a regular expression (RE2 syntax), found \"%s\": %s".formatted(regex, e.getDescription()),
                    e);
        }
    }

    /** A property of an event. */
    public enum Subject {
        CLIENT_ID,
        TOPIC,
        USERNAME
    }
}
