package dev.fleethealth.benchmarks.bridge;

/** What hands out the messages. */
public enum BrokerKind {
    /** A real broker, which reads the next messages from its store when all of the window are acknowledged. */
    HIVEMQ("HiveMQ CE"),
    /** A {@link FloodBroker}. */
    FLOOD("a broker that does nothing else");

    private final String inWords;

    BrokerKind(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }
}
