package dev.fleethealth.streams.command;

import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.json.CanonicalJson;
import dev.fleethealth.streams.backtest.AfterWarmUp;
import dev.fleethealth.streams.backtest.Backtest;
import dev.fleethealth.streams.backtest.BadEventException;
import dev.fleethealth.streams.backtest.EventSource;
import dev.fleethealth.streams.backtest.Trial;
import dev.fleethealth.streams.backtest.report.Comparison;
import dev.fleethealth.streams.backtest.report.ComparisonJson;
import dev.fleethealth.streams.backtest.report.ComparisonTable;
import dev.fleethealth.streams.backtest.report.EpisodeTable;
import dev.fleethealth.streams.backtest.report.Episodes;
import dev.fleethealth.streams.config.ProgramConfiguration;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs recorded events through the topology and prints the alerts that they would have raised. */
@Command(
        name = "backtest",
        description = "Read connection events from a file or a topic, and print the alerts that they cause.",
        mixinStandardHelpOptions = true)
public final class BacktestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file (YAML); without it, all defaults hold.")
    private @Nullable Path config;

    @Option(
            names = "--compare",
            paramLabel = "OTHER",
            description = "Another configuration file: print which alerts it adds, loses or moves.")
    private @Nullable Path other;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "json: one object a line; table: one line an episode, for people (${DEFAULT-VALUE}).")
    private BacktestFormat format = BacktestFormat.JSON;

    @Option(names = "--progress", description = "Say on standard error how far it is; terminals are told anyway.")
    private boolean progress;

    @Mixin
    private BacktestInput input = new BacktestInput();

    @Override
    public Integer call() throws IOException {
        input.check();
        if (input.isTopic() && config == null) {
            throw new ParameterException(spec.commandLine(), "--topic: expected --config, which says where Kafka is");
        }
        ProgramConfiguration configuration = input.isTopic() && config != null
                ? ProgramConfiguration.loadForKafka(config)
                : ProgramConfiguration.load(Optional.ofNullable(config));
        PrintWriter out = spec.commandLine().getOut();
        try (EventSource events = watched(input.open(configuration.settings(), InstantSource.system()))) {
            if (other != null) {
                compare(configuration, ProgramConfiguration.load(Optional.of(other)), events, out);
            } else {
                print(configuration, events, out);
            }
            return ExitCode.OK;
        } catch (BadEventException e) {
            return complain((input.isTopic() ? "" : input.shown() + ": ") + e.getMessage());
        } catch (IOException e) {
            return complain(input.isTopic() ? String.valueOf(e.getMessage()) : input.shown() + ": " + e.getMessage());
        } finally {
            out.flush();
        }
    }

    private void print(ProgramConfiguration configuration, EventSource events, PrintWriter out) throws IOException {
        if (format == BacktestFormat.JSON) {
            run(List.of(trial(configuration, alert -> out.println(CanonicalJson.write(alert)))), events);
        } else {
            Episodes found = new Episodes();
            run(List.of(trial(configuration, found)), events);
            EpisodeTable.lines(found.list()).forEach(out::println);
        }
    }

    private void compare(
            ProgramConfiguration configuration, ProgramConfiguration another, EventSource events, PrintWriter out)
            throws IOException {
        Episodes first = new Episodes();
        Episodes second = new Episodes();
        run(List.of(trial(configuration, first), trial(another, second)), events);
        Comparison comparison = Comparison.of(first.list(), second.list());
        (format == BacktestFormat.JSON ? ComparisonJson.lines(comparison) : ComparisonTable.lines(comparison))
                .forEach(out::println);
    }

    private static void run(List<Trial> trials, EventSource events) throws IOException {
        new Backtest(trials).run(events);
    }

    private Trial trial(ProgramConfiguration configuration, Consumer<Alert> sink) {
        return new Trial(
                configuration.detection(),
                input.start()
                        .<Consumer<Alert>>map(start -> new AfterWarmUp(start, sink))
                        .orElse(sink));
    }

    private EventSource watched(EventSource events) {
        return progress || StandardError.isTerminal()
                ? new Progress(events, spec.commandLine().getErr(), InstantSource.system())
                : events;
    }

    private int complain(String problem) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(spec.root().name() + ": " + problem);
        err.flush();
        return ExitCode.SOFTWARE;
    }
}
