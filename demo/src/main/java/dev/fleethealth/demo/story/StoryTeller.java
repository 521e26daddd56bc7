package dev.fleethealth.demo.story;

import dev.fleethealth.demo.Console;
import dev.fleethealth.demo.Console.Style;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets the chapters happen at their times, and says so. */
public final class StoryTeller {
    private static final long STEP_MILLIS = 200;

    private final Console console;
    private final Clock clock;
    private final Instant begin;
    private final Runnable meanwhile;

    /**
     * @param begin of the story
     * @param meanwhile called several times a second; throws to end the story
     */
    public StoryTeller(Console console, Clock clock, Instant begin, Runnable meanwhile) {
        this.console = console;
        this.clock = clock;
        this.begin = begin;
        this.meanwhile = meanwhile;
    }

    /** Tells all of it; what is expected, with the time at which its trouble began. */
    public Map<Expectation, Instant> tell(List<Chapter> chapters) throws InterruptedException {
        Map<Expectation, Instant> expected = new LinkedHashMap<>();
        for (Chapter chapter : chapters) {
            Instant at = begin.plus(chapter.at());
            waitUntil(at);
            console.say(Style.BOLD, chapter.text());
            chapter.action().run();
            chapter.expectations().forEach(expectation -> expected.put(expectation, at));
        }
        return expected;
    }

    /** Waits for this to become true, at most so long. */
    public void waitFor(BooleanSupplier done, Instant deadline) throws InterruptedException {
        while (!done.getAsBoolean() && clock.instant().isBefore(deadline)) {
            meanwhile.run();
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        }
    }

    public void waitUntil(Instant when) throws InterruptedException {
        while (clock.instant().isBefore(when)) {
            meanwhile.run();
            long left = Duration.between(clock.instant(), when).toMillis();
            TimeUnit.MILLISECONDS.sleep(Math.max(0, Math.min(STEP_MILLIS, left)));
        }
    }
}
