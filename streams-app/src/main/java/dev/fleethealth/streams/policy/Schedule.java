package dev.fleethealth.streams.policy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** When something is on, from a first moment up to and without a last. */
public sealed interface Schedule {

    /** The end of the period in which a moment lies; empty when it lies in none. */
    Optional<Instant> endAt(Instant at);

    /** The end of the newest period that is over at a moment; empty when none is. */
    Optional<Instant> lastEndBy(Instant at);

    /** One period. */
    record Once(Instant from, Instant to) implements Schedule {

        @Override
        public Optional<Instant> endAt(Instant at) {
            return Optional.of(to).filter(end -> !at.isBefore(from) && at.isBefore(end));
        }

        @Override
        public Optional<Instant> lastEndBy(Instant at) {
            return Optional.of(to).filter(end -> !end.isAfter(at));
        }
    }

    /**
     * The same time on some days of each week. Where clocks are put on over that time it begins as much later; the length
     * is real time on any day.
     *
     * @param at local time of the beginning
     * @param length at most {@link #LONGEST}
     */
    record Weekly(Set<DayOfWeek> days, LocalTime at, ZoneId zone, Duration length) implements Schedule {
        private static final long WEEK = 7;

        public static final Duration LONGEST = Duration.ofDays(WEEK);

        public Weekly {
            days = Set.copyOf(days);
        }

        @Override
        public Optional<Instant> endAt(Instant moment) {
            long days = length.toDays() + 1;
            return latest(moment, days, begin -> !moment.isBefore(begin) && moment.isBefore(begin.plus(length)));
        }

        @Override
        public Optional<Instant> lastEndBy(Instant moment) {
            return latest(moment, WEEK + length.toDays() + 1, begin -> !begin.plus(length)
                    .isAfter(moment));
        }

        /** The end of the last period that fits among those that began on the day or so many days before it. */
        private Optional<Instant> latest(Instant moment, long before, Predicate<Instant> fits) {
            LocalDate today = moment.atZone(zone).toLocalDate();
            return LongStream.rangeClosed(0, before)
                    .mapToObj(today::minusDays)
                    .filter(day -> days.contains(day.getDayOfWeek()))
                    .map(day -> day.atTime(at).atZone(zone).toInstant())
                    .filter(fits)
                    .findFirst()
                    .map(begin -> begin.plus(length));
        }
    }
}
