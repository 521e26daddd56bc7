package dev.fleethealth.benchmarks.bridge;

/** The steps of a message's way through the bridge. */
public enum Step {
    RECEIVE("the bridge's source, ignoring all"),
    TRANSLATE("+ translate"),
    ENCODE("+ encode"),
    SEND("+ send to Kafka, without waiting for it");

    private final String inWords;

    Step(String inWords) {
        this.inWords = inWords;
    }

    String inWords() {
        return inWords;
    }
}
