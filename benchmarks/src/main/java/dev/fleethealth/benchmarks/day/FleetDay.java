package dev.fleethealth.benchmarks.day;

import dev.fleethealth.benchmarks.day.Step.Kind;
import dev.fleethealth.benchmarks.day.broker.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** One fleet's day: incidents are written into it first, ordinary life fills the rest. */
public final class FleetDay {
    private static final int LONGEST_USUAL_DELAY_MILLIS = 400;
    private static final int LONGEST_DELAY_MILLIS = 28_000;
    private static final double LATE_SHARE = 0.05;

    private final FleetPlan plan;
    private final Span span;
    private final Random random;
    private final List<Device> residents;
    private final List<Device> sleepers;
    private final List<Device> cast;
    private final List<BrokerStep> brokerSteps = new ArrayList<>();
    private final List<Expectation> expectations = new ArrayList<>();
    private final List<Trap> traps = new ArrayList<>();
    private int nextInCast;
    private boolean prompt;

    /** @param span from midnight to the end of the day */
    public FleetDay(FleetPlan plan, Span span, Random random) {
        this.plan = plan;
        this.span = span;
        this.random = random;
        this.residents = devices(0, plan.residents(), false);
        this.sleepers = devices(plan.residents(), plan.population(), true);
        this.cast = new ArrayList<>(residents);
        Collections.shuffle(cast, random);
    }

    public FleetPlan plan() {
        return plan;
    }

    public String name() {
        return plan.name();
    }

    public Thresholds thresholds() {
        return new Thresholds(plan.population(), plan.residents());
    }

    public List<Device> residents() {
        return residents;
    }

    public List<Device> sleepers() {
        return sleepers;
    }

    /** Of what begins on that day. */
    public List<Expectation> expectations() {
        return expectations.stream()
                .filter(expected -> span.contains(expected.opened().from()))
                .toList();
    }

    /** Those that begin on that day. */
    public List<Trap> traps() {
        return traps.stream().filter(trap -> span.contains(trap.span().from())).toList();
    }

    List<BrokerStep> brokerSteps() {
        return brokerSteps;
    }

    Span span() {
        return span;
    }

    Random random() {
        return random;
    }

    /** A time of the day, {@code HH:mm}. */
    public Instant time(String hoursAndMinutes) {
        String[] parts = hoursAndMinutes.split(":", -1);
        return span.from().plus(Duration.ofHours(Long.parseLong(parts[0])).plusMinutes(Long.parseLong(parts[1])));
    }

    /** The next residents that had no part yet, all over again after the last. */
    public List<Device> next(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> cast.get(nextInCast++ % cast.size()))
                .toList();
    }

    /** Nothing ordinary happens to these devices between the times. */
    public void take(List<Device> devices, Instant from, Instant to) {
        devices.forEach(device -> device.take(new Span(from, to)));
    }

    /** Nothing ordinary happens to any resident between the times. */
    public void quiet(Instant from, Instant to) {
        take(residents, from, to);
    }

    /** Reports come at once from now on, or as they usually do. */
    public void prompt(boolean on) {
        prompt = on;
    }

    public Step connect(Device device, Instant at) {
        return device.add(step(Kind.CONNECT, at, Optional.empty()));
    }

    /** @param tokenExpiresAt known to the broker */
    public Step connect(Device device, Instant at, Instant tokenExpiresAt) {
        return device.add(step(Kind.CONNECT, at, Optional.empty()).withToken(tokenExpiresAt));
    }

    public Step end(Device device, Instant at, Ending ending) {
        return device.add(step(Kind.END, at, Optional.of(ending)));
    }

    public Step refuse(Device device, Instant at, Ending ending) {
        return device.add(step(Kind.REFUSED, at, Optional.of(ending)));
    }

    /** A second connection of the same client id, and the end of the first one a moment later. */
    public Step takeOver(Device device, Instant at, Duration later, Ending ending, int copies) {
        device.add(step(Kind.CONNECT, at, Optional.empty()).times(copies));
        return device.add(
                step(Kind.END_OF_PREVIOUS, at.plus(later), Optional.of(ending)).times(copies));
    }

    /** An end with a broken clock: the device itself stays where it is. */
    public void poison(Device device, Instant at, Instant stamped) {
        device.add(step(Kind.END, at, Optional.of(Ending.LOST)).stamped(stamped));
    }

    /** An end, or a connect without ending, that the bridge hears of only then. */
    public void late(Device device, Instant at, Instant receivedAt, Optional<Ending> ending) {
        Kind kind = ending.isPresent() ? Kind.END : Kind.CONNECT;
        device.add(step(kind, at, ending).received(receivedAt));
    }

    /** The node stops, or is back. */
    public void broker(String node, Instant at, boolean stopping) {
        brokerSteps.add(new BrokerStep(node, at, at.plus(delay()), stopping));
    }

    public Expectation expect(Expectation expectation) {
        expectations.add(expectation);
        return expectation;
    }

    public void trap(String what, Instant from, Instant to) {
        traps.add(new Trap(what, plan.name(), new Span(from, to)));
    }

    /** Fills what the incidents left, once they all are written. */
    public void liveOrdinarily() {
        new OrdinaryLife(this).live();
    }

    /** What the broker reports of the day, in the order of arrival. */
    public List<RawMessage> messages() {
        return new Recorder(this)
                .record().stream()
                        .filter(message -> span.contains(message.receivedAt()))
                        .toList();
    }

    private Step step(Kind kind, Instant at, Optional<Ending> ending) {
        return new Step(kind, at, at, at.plus(delay()), ending, Optional.empty(), 1);
    }

    /** Of the report: usually short, at times almost as long as the grace. */
    Duration delay() {
        if (prompt || plan.dialect().ordered()) {
            return Duration.ofMillis(20);
        }
        int longest = random.nextDouble() < LATE_SHARE ? LONGEST_DELAY_MILLIS : LONGEST_USUAL_DELAY_MILLIS;
        return Duration.ofMillis(20 + random.nextInt(longest));
    }

    private List<Device> devices(int from, int to, boolean sleepers) {
        return IntStream.range(from, to)
                .mapToObj(number -> new Device(
                        plan.clientIds().formatted(number),
                        plan.nodes().get(number % plan.nodes().size()),
                        "10.%d.%d.%d".formatted(plan.dialect().ordinal() + 1, number / 250, number % 250 + 1),
                        sleepers))
                .toList();
    }
}
