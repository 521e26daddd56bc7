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
 * Where a kind of threads spent its CPU time, by async-profiler.
 *
 * @param total samples of these threads, one for each millisecond
 * @param within samples by method, with all that the method calls
 * @param self samples by method, without
 */
public record CpuProfile(long total, Map<String, Long> within, Map<String, Long> self) {
    private static final int MOST_ROWS = 45;

    /**
     * Profiles one run of a lane; its own measurement is spoilt by that.
     *
     * @param threads parts of the names of the threads to look at; each kind of threads has a profile of its own
     */
    public static List<CpuProfile> of(Lane lane, List<String> threads) throws Exception {
        AsyncProfiler profiler = AsyncProfiler.getInstance();
        profiler.execute("start,event=cpu,interval=1ms,threads");
        lane.run();
        profiler.stop();
        List<String> stacks = profiler.dumpCollapsed(Counter.SAMPLES).lines().toList();
        return threads.stream().map(thread -> parse(stacks, thread)).toList();
    }

    /**
     * @param stacks each a thread and its frames, outermost first, with semicolons between, and how often it was seen
     * @param thread part of the names of the threads to look at
     */
    static CpuProfile parse(List<String> stacks, String thread) {
        List<String> seen = stacks.stream().filter(stack -> isOf(thread, stack)).toList();
        CpuProfile profile =
                new CpuProfile(seen.stream().mapToLong(CpuProfile::count).sum(), new HashMap<>(), new HashMap<>());
        seen.forEach(profile::add);
        return profile;
    }

    private void add(String stack) {
        List<String> frames = List.of(stack.substring(0, stack.lastIndexOf(' ')).split(";"));
        frames.stream().distinct().forEach(frame -> within.merge(frame, count(stack), Long::sum));
        self.merge(frames.get(frames.size() - 1), count(stack), Long::sum);
    }

    private static boolean isOf(String thread, String stack) {
        return stack.startsWith("[") && stack.substring(0, stack.indexOf(']')).contains(thread);
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
