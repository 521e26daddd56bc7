package dev.fleethealth.streams.command;

import dev.fleethealth.streams.backtest.LocalSerdes;
import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.config.StreamsConfiguration;
import dev.fleethealth.streams.topology.FleetHealthTopology;
import dev.fleethealth.streams.topology.TopologyListener;
import dev.fleethealth.streams.topology.TopologySettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the nodes, stores and topics; none of it needs Kafka. */
@Command(name = "topology", description = "Print the description of the topology.", mixinStandardHelpOptions = true)
public final class TopologyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file (YAML); without it, all defaults hold.")
    private @Nullable Path config;

    @Override
    public Integer call() {
        ProgramConfiguration configuration = ProgramConfiguration.load(Optional.ofNullable(config));
        spec.commandLine().getOut().print(describe(configuration));
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    private static String describe(ProgramConfiguration configuration) {
        StreamsConfiguration settings = configuration.settings();
        return FleetHealthTopology.build(new TopologySettings(
                        settings.topics().events(),
                        settings.topics().alerts(),
                        LocalSerdes.EVENTS,
                        LocalSerdes.ALERTS,
                        configuration.detection(),
                        settings.state().store(),
                        TopologyListener.NONE))
                .describe()
                .toString();
    }
}
