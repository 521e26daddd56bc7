package dev.fleethealth.streams.backtest.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How times and devices are written for a person. */
final class Words {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private Words() {}

    static String time(Instant time) {
        return SECOND.format(time);
    }

    /** Hours, minutes and seconds, without those that are zero at the front. */
    static String duration(Duration length) {
        String seconds = length.toSecondsPart() + " s";
        if (length.toMinutes() == 0) {
            return seconds;
        }
        String minutes = length.toMinutesPart() + " min " + seconds;
        return length.toHours() == 0 ? minutes : length.toHours() + " h " + minutes;
    }

    /** {@code fleet}, or {@code fleet / device or node}. */
    static String about(Episode episode) {
        return episode.subject()
                .filter(subject -> !subject.isEmpty())
                .map(subject -> episode.fleet() + " / " + subject)
                .orElse(episode.fleet());
    }
}
