package dev.fleethealth.testkit.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code docs/metrics.md}: a table for each program, made of what the program shows. */
public final class MetricsPage {
    /** Set to {@code true} it has the page written anew in place of compared. */
    public static final String REWRITE = "metrics.page.rewrite";

    private final Path file;

    /** @param module folder of a module of the source tree */
    public MetricsPage(Path module) {
        this.file = module.resolve("../docs/metrics.md");
    }

    /**
     * What is wrong with what a running program shows: against the conventions, unknown to the page, and what promtool says where it is
     * installed.
     *
     * @param folder for promtool's input
     */
    public static List<String> faults(Path module, Scrape scrape, Path folder)
            throws IOException, InterruptedException {
        String page = Files.readString(new MetricsPage(module).file);
        List<String> faults = new ArrayList<>();
        for (MetricFamily family : scrape.families()) {
            faults.addAll(family.faults());
            if (!page.contains("`" + family.name() + "`")) {
                faults.add(family.name() + " is not in docs/metrics.md");
            }
        }
        if (Scrape.promtoolIsInstalled()) {
            scrape.promtool(folder).lines().forEach(faults::add);
        }
        return faults;
    }

    /** The program's table as it stands on the page, after it was rewritten if that is wished. */
    public String table(String program, Scrape scrape) {
        try {
            if (Boolean.getBoolean(REWRITE)) {
                Files.writeString(file, replaced(program, tableOf(scrape)));
            }
            String page = Files.readString(file);
            return page.substring(begin(page, program), end(page, program));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table as it is to be. */
    public static String tableOf(Scrape scrape) {
        return scrape.families().stream()
                .map(MetricsPage::row)
                .collect(Collectors.joining("\n", "\n| metric | type | labels | meaning |\n|---|---|---|---|\n", "\n"));
    }

    private String replaced(String program, String table) throws IOException {
        String page = Files.readString(file);
        return page.substring(0, begin(page, program)) + table + page.substring(end(page, program));
    }

    private static String row(MetricFamily family) {
        String labels = new TreeSet<>(family.labels())
                .stream().map(label -> "`" + label + "`").collect(Collectors.joining(" "));
        return "| `%s` | %s | %s | %s |".formatted(family.name(), family.type(), labels, family.help());
    }

    private static int begin(String page, String program) {
        String mark = "<!-- begin " + program + " -->";
        return indexOf(page, mark) + mark.length();
    }

    private static int end(String page, String program) {
        return indexOf(page, "<!-- end " + program + " -->");
    }

    private static int indexOf(String page, String mark) {
        int index = page.indexOf(mark);
        if (index < 0) {
            throw new IllegalStateException("docs/metrics.md: expected the mark " + mark);
        }
        return index;
    }
}
