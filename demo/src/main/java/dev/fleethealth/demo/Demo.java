package dev.fleethealth.demo;

import dev.fleethealth.demo.Console.Style;
import dev.fleethealth.demo.dashboard.Dashboards;
import dev.fleethealth.demo.dashboard.PanelQuery;
import dev.fleethealth.demo.dashboard.Prometheus;
import dev.fleethealth.demo.fleet.Fleet;
import dev.fleethealth.demo.pager.PageJudge;
import dev.fleethealth.demo.pager.PageLog;
import dev.fleethealth.demo.pager.Pager;
import dev.fleethealth.demo.query.QueryApi;
import dev.fleethealth.demo.query.QueryJudge;
import dev.fleethealth.demo.stack.Layout;
import dev.fleethealth.demo.stack.Ports;
import dev.fleethealth.demo.stack.Stack;
import dev.fleethealth.demo.stack.StackFailedException;
import dev.fleethealth.demo.story.Expectation;
import dev.fleethealth.demo.story.Story;
import dev.fleethealth.demo.story.StoryTeller;
import dev.fleethealth.demo.token.Es256;
import dev.fleethealth.demo.token.TokenIssuer;
import dev.fleethealth.demo.watch.AlertLog;
import dev.fleethealth.demo.watch.AlertPrinter;
import dev.fleethealth.demo.watch.AlertWatcher;
import dev.fleethealth.demo.watch.Episode;
import dev.fleethealth.demo.watch.Judge;
import dev.fleethealth.demo.watch.Row;
import dev.fleethealth.demo.watch.Table;
import dev.fleethealth.demo.watch.Topic;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.Topics;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;

/** One run of the demo: starts everything, tells the story, watches the alerts, and leaves nothing behind. */
final class Demo {
    /** As {@code demo/bridge.yaml} names the bridge to the MQTT broker. */
    private static final String BRIDGE_CLIENT_ID = "fleet-bridge";

    private static final Duration BRIDGE_TOKEN_LIFETIME = Duration.ofDays(1);

    /** How long nothing more must happen once everything that was expected is over. */
    private static final Duration QUIET_END = Duration.ofSeconds(5);

    /** How long the last pages may take after the last alert, on a slow machine. */
    private static final Duration PAGER_LIMIT = Duration.ofSeconds(30);

    private static final int TAIL_LINES = 30;

    private final Layout layout;
    private final Ports ports;
    private final Console console;
    private final Clock clock = Clock.systemUTC();
    private final Stack stack;
    private final Shutdown shutdown;
    private final PageLog pages = new PageLog();
    private final Instant started = clock.instant();

    Demo(Layout layout, Ports ports, Console console) {
        this.layout = layout;
        this.ports = ports;
        this.console = console;
        this.stack = new Stack(layout, ports, console, clock);
        this.shutdown = new Shutdown(console);
    }

    /**
     * Runs the story, and then, unless it is to be told once, ordinary life.
     *
     * @return exit code: 0 when exactly the expected alerts were seen in time, else 1
     */
    int run(boolean once) throws InterruptedException {
        shutdown.whenStopping(stack);
        try {
            KeyPair keys = Es256.newKeyPair();
            TokenIssuer issuer = new TokenIssuer(keys.getPrivate(), clock);
            start(keys, issuer);
            boolean asExpected = live(issuer, once);
            return asExpected ? 0 : failed("The alerts are not those that were expected.", Stack.PROGRAMS);
        } catch (StackFailedException e) {
            shutdown.awaitIfStopping();
            return failed("Failed: " + e.getMessage(), List.of(e.component()));
        }
    }

    private void start(KeyPair keys, TokenIssuer issuer) throws InterruptedException {
        console.say(Style.BOLD, "Starting Kafka, the schema registry and the MQTT broker; logs go to " + layout.run());
        stack.startInfrastructure(Es256.toText(keys.getPublic()));
        shutdown.whenStopping(Pager.start(ports.pager(), pages));
        if (Stack.hasPrometheus()) {
            stack.startPrometheus();
        }
        console.say(Style.BOLD, "Starting the bridge and the streams app");
        stack.startPrograms(issuer.issue(BRIDGE_CLIENT_ID, BRIDGE_TOKEN_LIFETIME));
        Hints.print(console, ports);
    }

    private boolean live(TokenIssuer issuer, boolean once) throws InterruptedException {
        AlertLog log = new AlertLog();
        AlertPrinter printer = new AlertPrinter(console);
        Consumer<byte[], Alert> alerts = Topic.consumer(ports, Topics.ALERTS.name(), Alert.class);
        shutdown.whenStopping(new AlertWatcher(alerts, clock, (alert, readAt) -> {
            log.add(alert, readAt);
            printer.print(alert);
        }));
        Instant begin = clock.instant().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        Fleet fleet = new Fleet(ports.mqtt(), issuer, new SplittableRandom(), begin.plus(Story.EXPIRY));
        shutdown.whenStopping(fleet);
        boolean asExpected = tell(fleet, log, begin);
        if (!once) {
            console.say(Style.BOLD, "The story is over. Ordinary life goes on until you press Ctrl-C.");
            goOn();
        }
        return asExpected;
    }

    private boolean tell(Fleet fleet, AlertLog log, Instant begin) throws InterruptedException {
        StoryTeller teller = new StoryTeller(console, clock, begin, stack::requireAlive);
        Map<Expectation, Instant> expected = teller.tell(Story.of(fleet));
        console.say(
                Style.BOLD, "The fleet is left alone; each alert resolves when its trouble has been over for a while.");
        Instant deadline = expected.entrySet().stream()
                .map(entry -> entry.getValue().plus(entry.getKey().resolvesWithin()))
                .max(Instant::compareTo)
                .orElse(begin);
        teller.waitFor(() -> Judge.isOver(expected, log.episodes()), deadline);
        teller.waitFor(() -> pagerProblems(log).isEmpty(), clock.instant().plus(PAGER_LIMIT));
        // Whatever comes after all that was expected is wrong, and shows now.
        teller.waitUntil(clock.instant().plus(QUIET_END));
        List<Row> rows = Judge.judge(expected, log.episodes(), begin);
        Table.print(console, rows);
        boolean pagesAreRight = pagesAreRight(log);
        boolean dashboardsAreRight = dashboardsAreRight();
        boolean answersAreRight = answersAreRight(begin);
        return rows.stream().allMatch(Row::isOk) && pagesAreRight && dashboardsAreRight && answersAreRight;
    }

    private List<String> pagerProblems(AlertLog log) {
        List<String> episodes = log.episodes().stream().map(Episode::episodeId).toList();
        return PageJudge.problems(episodes, log.explained(), pages.pages());
    }

    private boolean pagesAreRight(AlertLog log) {
        List<String> problems = pagerProblems(log);
        problems.forEach(problem -> console.print(Style.BAD, "pager: " + problem));
        if (problems.isEmpty()) {
            console.print(
                    Style.GOOD,
                    "pager: %d of %d episodes were paged, each by one trigger and one resolve; another alert explains the rest"
                            .formatted(pages.pages().size(), log.episodes().size()));
        }
        return problems.isEmpty();
    }

    private boolean dashboardsAreRight() throws InterruptedException {
        if (!Stack.hasPrometheus()) {
            console.print(
                    Style.FAINT, "dashboards: NOT CHECKED, Prometheus is not installed (Debian's package prometheus)");
            return true;
        }
        List<PanelQuery> queries = Dashboards.queries(layout.dashboards());
        List<String> problems = new Prometheus(ports.prometheus()).problems(queries, started, clock.instant());
        problems.forEach(problem -> console.print(Style.BAD, "dashboards: " + problem));
        if (problems.isEmpty()) {
            console.print(
                    Style.GOOD,
                    "dashboards: all %d queries of panels and annotations were answered by Prometheus"
                            .formatted(queries.size()));
        }
        return problems.isEmpty();
    }

    private boolean answersAreRight(Instant begin) throws InterruptedException {
        List<String> problems = new QueryJudge(new QueryApi(ports.query()), begin).problems();
        problems.forEach(problem -> console.print(Style.BAD, "query API: " + problem));
        if (problems.isEmpty()) {
            console.print(
                    Style.GOOD,
                    "query API: all %d answers are what was done to the fleet".formatted(QueryJudge.QUESTIONS));
        }
        return problems.isEmpty();
    }

    private void goOn() throws InterruptedException {
        while (true) {
            stack.requireAlive();
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private int failed(String why, List<String> suspects) {
        for (String suspect : suspects) {
            Path log = layout.log(suspect);
            console.print(Style.BOLD, "The end of " + log + ":");
            LogTail.of(log, TAIL_LINES).forEach(line -> console.print(Style.FAINT, "  " + line));
        }
        console.say(Style.BAD, why);
        return 1;
    }
}
