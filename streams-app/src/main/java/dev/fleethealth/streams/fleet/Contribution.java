package dev.fleethealth.streams.fleet;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.detector.Cohort;
import dev.fleethealth.streams.detector.Facts;
import dev.fleethealth.streams.detector.Occurrence;
import dev.fleethealth.streams.device.DeviceView;
import dev.fleethealth.streams.device.EndingTally;
import dev.fleethealth.streams.session.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What one device adds to one series. A fleet's numbers are the sum over its devices, so they stay exact when a device's
 * history changes: its old contribution is taken away and the new one added.
 *
 * @param covered window ends (as steps) whose window has the device in it
 * @param counted its occurrences
 * @param placed where it stands after its newest occurrence
 */
record Contribution(List<Range> covered, List<Counted> counted, Optional<Placed> placed) {
    /** Sources report the end of the old connection up to 2 s after the new one; it still explains it. */
    private static final Duration ENDS_JUST_AFTER = Duration.ofSeconds(2);

    /** How long a device's newest occurrence is of interest; the longest wait for devices to come back is 60 min. */
    static final Duration PLACED_FOR = Duration.ofMinutes(65);

    private static final Set<Category> REFUSING = EnumSet.of(
            Category.BAD_CREDENTIALS, Category.NOT_AUTHORIZED, Category.CREDENTIAL_EXPIRED, Category.TLS_ERROR);

    static final Contribution NONE = new Contribution(List.of(), List.of(), Optional.empty());

    /** Steps, both ends included. */
    record Range(long from, long to) {

        private Range upTo(long end) {
            return new Range(from, Math.max(to, end));
        }
    }

    /**
     * An occurrence.
     *
     * @param categories of what ended before it
     */
    record Counted(long step, Facts facts, Map<Category, Long> categories) {}

    record Placed(long step, Cohort standing) {}

    /** @param occurrences of the device in this series, oldest first */
    static Contribution of(List<Occurrence> occurrences, DeviceView view, Counting how, Instant now) {
        if (occurrences.isEmpty()) {
            return NONE;
        }
        Instant since = how.countedSince(now);
        // What lies far back is not taken up again: the numbers of all window ends since would have to be told.
        List<Occurrence> recent = since(since, Occurrence::at, occurrences);
        List<Occurrence> standing = since(since, how::standsFrom, occurrences);
        return new Contribution(
                covered(recent, how), counted(standing, view, how), placed(occurrences, view, how, now));
    }

    private static List<Occurrence> since(
            Instant oldest, Function<Occurrence, Instant> time, List<Occurrence> occurrences) {
        if (!occurrences.get(0).at().isBefore(oldest)) {
            return occurrences;
        }
        List<Occurrence> some = new ArrayList<>(occurrences.size());
        for (Occurrence occurrence : occurrences) {
            if (!time.apply(occurrence).isBefore(oldest)) {
                some.add(occurrence);
            }
        }
        return some;
    }

    /** The last window end that has the device in it. */
    long coveredTo() {
        return covered.isEmpty()
                ? Long.MIN_VALUE
                : covered.get(covered.size() - 1).to();
    }

    private static List<Range> covered(List<Occurrence> occurrences, Counting how) {
        List<Range> ranges = new ArrayList<>();
        for (Occurrence occurrence : occurrences) {
            Range range = covered(occurrence, how);
            int last = ranges.size() - 1;
            if (last >= 0 && ranges.get(last).to() >= range.from() - 1) {
                ranges.set(last, ranges.get(last).upTo(range.to()));
            } else if (range.from() <= range.to()) {
                ranges.add(range);
            }
        }
        return ranges;
    }

    /** Empty for a device that is back within the step. */
    private static Range covered(Occurrence occurrence, Counting how) {
        Range whole = new Range(how.steps().indexOf(occurrence.at()), how.lastStepOf(occurrence));
        Instant back = occurrence.backAt();
        return how.whileAway() && back != null
                ? new Range(whole.from(), Math.min(whole.to(), how.steps().indexOf(back) - 1))
                : whole;
    }

    private static List<Counted> counted(List<Occurrence> occurrences, DeviceView view, Counting how) {
        List<Counted> counted = new ArrayList<>();
        Instant from = Instant.MIN;
        for (Occurrence occurrence : occurrences) {
            Instant until = occurrence.at().plus(ENDS_JUST_AFTER);
            List<Ending> endings = endings(view, from, until, occurrence.at());
            counted.add(new Counted(how.stepOf(occurrence), occurrence.facts(), EndingTally.of(endings)));
            from = until;
        }
        return counted;
    }

    /** Each ending explains the first occurrence that it comes before. */
    private static List<Ending> endings(DeviceView view, Instant after, Instant until, Instant occurredAt) {
        List<Ending> endings = view.session().recentEndings();
        if (endings.isEmpty()) {
            return endings;
        }
        Instant lookBack = occurredAt.minus(EndingTally.LOOK_BACK);
        List<Ending> explaining = new ArrayList<>(endings.size());
        for (Ending ending : endings) {
            boolean isNext = ending.at().isAfter(after) && !ending.at().isAfter(until);
            if (isNext && !ending.at().isBefore(lookBack)) {
                explaining.add(ending);
            }
        }
        return explaining;
    }

    private static Optional<Placed> placed(List<Occurrence> occurrences, DeviceView view, Counting how, Instant now) {
        Occurrence newest = occurrences.get(occurrences.size() - 1);
        Instant from = how.standsFrom(newest);
        if (from.plus(PLACED_FOR).isBefore(now)) {
            return Optional.empty();
        }
        return Optional.of(new Placed(how.steps().indexOf(from), standing(newest, view)));
    }

    private static Cohort standing(Occurrence newest, DeviceView view) {
        Instant back = newest.backAt();
        Instant since = back == null ? newest.at() : back;
        for (Ending ending : view.session().recentEndings()) {
            if (isRefusal(ending, newest.at(), since)) {
                return Cohort.ofRefused();
            }
        }
        return back == null ? Cohort.ofAway() : Cohort.ofBack(Duration.between(newest.at(), back));
    }

    /** An attempt that failed, or a session that the broker ended just as soon as it began, with nothing better since. */
    private static boolean isRefusal(Ending ending, Instant occurredAt, Instant since) {
        boolean isNew = ending.kind() == Ending.Kind.ATTEMPT || ending.at().isAfter(occurredAt);
        return isNew && !ending.at().isBefore(since) && REFUSING.contains(ending.category());
    }
}
