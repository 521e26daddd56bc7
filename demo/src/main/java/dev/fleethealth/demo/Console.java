package dev.fleethealth.demo;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The reader's screen: plain lines with the time since the start, colored only on a terminal. */
public final class Console {
    private final PrintStream out;
    private final boolean colored;
    private final Clock clock;
    private final Instant start;

    public Console(PrintStream out, boolean colored, Clock clock) {
        this.out = out;
        this.colored = colored;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** How a line looks on a terminal. */
    public enum Style {
        PLAIN("0"),
        BOLD("1"),
        FAINT("2"),
        GOOD("32"),
        NOTE("33"),
        BAD("31");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    /** A line with the time in front. */
    public void say(Style style, String text) {
        Duration age = Duration.between(start, clock.instant());
        print(style, "[%d:%02d] %s".formatted(age.toMinutes(), age.toSecondsPart(), text));
    }

    /** A line as it is. */
    public synchronized void print(Style style, String text) {
        out.println(colored && style != Style.PLAIN ? "\u001b[" + style.code + "m" + text + "\u001b[0m" : text);
        out.flush();
    }
}
