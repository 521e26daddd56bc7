package dev.fleethealth.streams.alert;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.streams.detector.Fact;
import dev.fleethealth.streams.detector.ProbableCause;
import dev.fleethealth.streams.detector.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What to do, by detector and cause, and by what the broker said. The texts are data, in {@code advice.properties} and
 * {@code advice-by-reason.csv} beside this class. A text for detector and cause goes before one for the broker's reason or
 * its category, and that before the general one for the cause.
 */
public final class AdviceBook {
    private final Properties texts;
    private final ReasonAdvice reasons;

    private AdviceBook(Properties texts, ReasonAdvice reasons) {
        this.texts = texts;
        this.reasons = reasons;
    }

    public static AdviceBook load() {
        Properties texts = new Properties();
        try (InputStream in = AdviceBook.class.getResourceAsStream("advice.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AdviceBook(texts, ReasonAdvice.load());
    }

    /** What to do where the broker's own reasons are not known. */
    public String adviceFor(String detector, ProbableCause cause) {
        String general = texts.getProperty(cause.id(), texts.getProperty(ProbableCause.UNKNOWN.id()));
        return texts.getProperty(detector + "." + cause.id(), general);
    }

    /** What to do about what a reading shows. */
    public String adviceFor(String detector, ProbableCause cause, Reading reading) {
        return adviceFor(detector, cause, reading.tally(Fact.REASON), reading.tally(Fact.CATEGORY));
    }

    /**
     * What to do about these failures.
     *
     * @param saidReasons what the broker said, with counts, as are the categories
     */
    public String adviceFor(
            String detector, ProbableCause cause, Map<String, Long> saidReasons, Map<String, Long> categories) {
        boolean ofItsOwn = texts.containsKey(detector + "." + cause.id());
        Optional<String> specific = ofItsOwn
                ? Optional.empty()
                : reasons.forMost(saidReasons, cause).or(() -> reasons.forMost(categories, cause));
        return specific.orElseGet(() -> adviceFor(detector, cause));
    }

    /** What to do about one ending, by its category alone. */
    public String adviceFor(Category category) {
        return reasons.find(category.name())
                .map(ReasonAdvice.Row::advice)
                .orElseGet(() -> adviceFor("", ProbableCause.UNKNOWN));
    }
}
