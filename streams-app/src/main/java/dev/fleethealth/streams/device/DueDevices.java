package dev.fleethealth.streams.device;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * When to look at which device again. Each is filed once, under the time at which it would be forgotten; what is heard of it
 * meanwhile changes nothing here. When that time comes it is looked at, and filed again if it is still to be kept. So an
 * event costs nothing, and time that passes costs what is due. Not thread-safe.
 */
public final class DueDevices {
    private static final Duration STEP = Duration.ofMinutes(10);

    /** Keys by the step in which they are due, packed: there may be millions. */
    private final NavigableMap<Long, ByteArrayOutputStream> due = new TreeMap<>();
    /** What is left of the step that is being taken. */
    private ByteBuffer current = ByteBuffer.allocate(0);

    /** Files a device, by its key in the store. */
    public void file(String key, Instant at) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream step = due.computeIfAbsent(stepOf(at), any -> new ByteArrayOutputStream());
        step.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
        step.writeBytes(name);
    }

    /** Takes out devices that are due, at most so many at once: others must not wait for them. */
    public void take(Instant now, int most, Consumer<String> taker) {
        for (int taken = 0; taken < most && hasNext(now); taken++) {
            byte[] name = new byte[current.getInt()];
            current.get(name);
            taker.accept(new String(name, StandardCharsets.UTF_8));
        }
    }

    /** A step is due when all of it has passed. */
    private boolean hasNext(Instant now) {
        if (!current.hasRemaining() && !due.isEmpty() && due.firstKey() < stepOf(now)) {
            current = ByteBuffer.wrap(due.pollFirstEntry().getValue().toByteArray());
        }
        return current.hasRemaining();
    }

    private static long stepOf(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), STEP.toMillis());
    }
}
