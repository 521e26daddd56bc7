package dev.fleethealth.streams.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Memory of an instance, looked at every two seconds. */
final class MemorySamples implements AutoCloseable {
    private static final double HOURS_IN_A_SAMPLE = 2 / 3_600.0;

    /** Five minutes. */
    private static final int ENOUGH_FOR_A_SLOPE = 150;

    private static final String USED = "fleet_health_state_memory_bytes";

    private final Instance instance;
    private final List<Long> residentKibibytes = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private double mostUsed;

    MemorySamples(Instance instance) {
        this.instance = instance;
        timer.scheduleAtFixedRate(this::sample, 0, 2, TimeUnit.SECONDS);
    }

    /** Most that RocksDB said of its cache and write buffers. */
    synchronized double mostUsedBytes() {
        return mostUsed;
    }

    synchronized long mostResidentMebibytes() {
        return residentKibibytes.stream().mapToLong(Long::longValue).max().orElse(0) / 1024;
    }

    /** Growth of the resident memory over the second half by least squares, in percent an hour. */
    private double percentPerHour() {
        List<Long> half = residentKibibytes.subList(residentKibibytes.size() / 2, residentKibibytes.size());
        double middle = (half.size() - 1) / 2.0;
        double mean = half.stream().mapToLong(Long::longValue).average().orElse(0);
        double above = 0;
        double below = 0;
        for (int i = 0; i < half.size(); i++) {
            above += (i - middle) * (half.get(i) - mean);
            below += (i - middle) * (i - middle);
        }
        return below == 0 ? 0 : 100 * above / below / HOURS_IN_A_SAMPLE / mean;
    }

    synchronized String words() {
        String most = String.format(
                Locale.ROOT,
                "RocksDB at most %.1f MiB, resident at most %d MiB",
                mostUsed / (1 << 20),
                mostResidentMebibytes());
        return residentKibibytes.size() < ENOUGH_FOR_A_SLOPE
                ? most
                : most + String.format(Locale.ROOT, ", slope of the second half %+.1f %%/h", percentPerHour());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void sample() {
        double used = instance.metric(USED);
        long resident = resident();
        synchronized (this) {
            mostUsed = Math.max(mostUsed, used);
            residentKibibytes.add(resident);
        }
    }

    /** As Linux has it. */
    private long resident() {
        try {
            return Files.readAllLines(
                            Path.of("/proc", Long.toString(instance.process().pid()), "status"))
                    .stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
