package dev.fleethealth.bridge.doctor.network;

/** What came back from a TCP port. */
enum PortState {
    OPEN("open"),
    REFUSED("closed"),
    SILENT("no answer"),
    UNREACHABLE("unreachable");

    private final String word;

    PortState(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
