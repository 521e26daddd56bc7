package dev.fleethealth.benchmarks.day.broker;

import java.util.Map;

/** A broker's words for endings. */
record Words(String broker, Map<Ending, String> words) {

    String of(Ending ending) {
        String word = words.get(ending);
        if (word == null) {
            throw new IllegalArgumentException(broker + " has no word for " + ending);
        }
        return word;
    }
}
