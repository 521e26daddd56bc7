package dev.fleethealth.streams.detector;

import java.util.HashMap;
import java.util.Map;

/** Collects what an alert shows to a person, leaving out what is not known. */
public final class Evidence {
    private final Map<String, String> facts = new HashMap<>();

    public Evidence with(String name, String fact) {
        facts.put(name, fact);
        return this;
    }

    /** The most frequent values with their counts, if there are any. */
    public Evidence withTally(String name, Map<String, Long> tally) {
        return tally.isEmpty() ? this : with(name, MostFrequent.words(tally));
    }

    /** The facts collected so far; a caller may add its own. */
    public Map<String, String> toMap() {
        return facts;
    }
}
