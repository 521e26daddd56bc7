package dev.fleethealth.benchmarks.profile;

import dev.fleethealth.benchmarks.measure.Lane;
import dev.fleethealth.benchmarks.report.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import one.profiler.AsyncProfiler;
import one.profiler.Counter;

/**
 * Where a stream thread spent its CPU time, by async-profiler.
 *
 * @param total samples of stream threads
 * @param within samples by method, with all that the method calls
 * @param self samples by method, without
 */
public record CpuProfile(long total, Map<String, Long> within, Map<String, Long> self) {
    private static final int MOST_ROWS = 45;
    private static final String STREAM_THREAD = "StreamThread";

    /** Profiles one run of a lane; its own measurement is spoilt by that. */
    public static CpuProfile of(Lane lane) throws Exception {
        AsyncProfiler profiler = AsyncProfiler.getInstance();
        profiler.execute("start,event=cpu,interval=1ms,threads");
        lane.run();
        profiler.stop();
        return parse(profiler.dumpCollapsed(Counter.SAMPLES).lines().toList());
    }

    /** @param stacks each a thread and its frames, outermost first, with semicolons between, and how often it was seen */
    static CpuProfile parse(List<String> stacks) {
        CpuProfile profile = new CpuProfile(
                stacks.stream()
                        .filter(CpuProfile::isOfStreamThread)
                        .mapToLong(CpuProfile::count)
                        .sum(),
                new HashMap<>(),
                new HashMap<>());
        stacks.stream().filter(CpuProfile::isOfStreamThread).forEach(profile::add);
        return profile;
    }

    private void add(String stack) {
        List<String> frames = List.of(stack.substring(0, stack.lastIndexOf(' ')).split(";"));
        frames.stream().distinct().forEach(frame -> within.merge(frame, count(stack), Long::sum));
        self.merge(frames.get(frames.size() - 1), count(stack), Long::sum);
    }

    private static boolean isOfStreamThread(String stack) {
        return stack.startsWith("[") && stack.substring(0, stack.indexOf(']')).contains(STREAM_THREAD);
    }

    private static long count(String stack) {
        return Long.parseLong(stack.substring(stack.lastIndexOf(' ') + 1));
    }

    public String toMarkdown() {
        return table("our methods, with what they call", within, CpuProfile::isOurs) + "\n"
                + table("all methods, by themselves", self, method -> true);
    }

    private static boolean isOurs(String method) {
        return method.startsWith("dev/fleethealth") && !method.contains("Lambda");
    }

    private Table table(String title, Map<String, Long> samples, Predicate<String> shown) {
        Table table = new Table("share", title);
        samples.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .filter(method -> shown.test(method.getKey()))
                .limit(MOST_ROWS)
                .forEach(method -> table.row(
                        String.format(Locale.ROOT, "%.1f %%", 100.0 * method.getValue() / total),
                        '`' + method.getKey() + '`'));
        return table;
    }
}
