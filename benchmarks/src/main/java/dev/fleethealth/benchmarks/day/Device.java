package dev.fleethealth.benchmarks.day;

import java.util.ArrayList;
import java.util.List;

/** A device, and all that happens to it in the day. */
public final class Device {
    private final String clientId;
    private final String node;
    private final String address;
    private final boolean sleeper;
    private final List<Step> steps = new ArrayList<>();
    private final List<Span> taken = new ArrayList<>();

    Device(String clientId, String node, String address, boolean sleeper) {
        this.clientId = clientId;
        this.node = node;
        this.address = address;
        this.sleeper = sleeper;
    }

    public String clientId() {
        return clientId;
    }

    public String node() {
        return node;
    }

    String address() {
        return address;
    }

    /** Whether it is connected only to publish now and then. */
    boolean sleeper() {
        return sleeper;
    }

    Step add(Step step) {
        steps.add(step);
        return step;
    }

    List<Step> steps() {
        return steps;
    }

    /** Keeps ordinary life away. */
    void take(Span span) {
        taken.add(span);
    }

    boolean free(Span span) {
        return taken.stream().noneMatch(span::meets);
    }
}
