package dev.fleethealth.streams.command;

import dev.fleethealth.schemas.registry.RegistryClients;
import dev.fleethealth.schemas.registry.RegistryRejectedException;
import dev.fleethealth.schemas.registry.SchemaRegistrar;
import dev.fleethealth.service.cli.ShutdownSignal;
import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.service.kafka.KafkaStart;
import dev.fleethealth.streams.config.FileErrors;
import dev.fleethealth.streams.config.ProgramConfiguration;
import dev.fleethealth.streams.config.StreamsConfiguration;
import dev.fleethealth.streams.runtime.Preparation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.config.ConfigException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Registers schemas and creates topics, before installation and upgrade. May run again and again. */
@Command(
        name = "prepare",
        description = "Register the schemas and create the topics that both programs need, and say what was done. "
                + "A schema that is not compatible with what is registered changes nothing: exit code 1.",
        mixinStandardHelpOptions = true)
public final class PrepareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "Configuration file (YAML).")
    private Path config = Path.of("");

    @Option(
            names = "--event-partitions",
            paramLabel = "NUMBER",
            defaultValue = "6",
            description = "Partitions of the topic of connection events, if it is missing; as the bridge's "
                    + "topics.partitions. Default: ${DEFAULT-VALUE}")
    private int eventPartitions;

    @Option(
            names = "--bridge-dead-letter",
            paramLabel = "TOPIC",
            defaultValue = "fleet.connection-events.dead-letter",
            description = "As the bridge's topics.dead-letter. Default: ${DEFAULT-VALUE}")
    private String bridgeDeadLetter = "";

    @Override
    public Integer call() throws Exception {
        StreamsConfiguration settings =
                ProgramConfiguration.loadForKafka(config).settings();
        Map<String, Object> clients = settings.kafka().over(Map.of());
        SchemaRegistrar registrar = FileErrors.in(config, () -> registrar(clients));
        Preparation preparation = new Preparation(settings, eventPartitions, bridgeDeadLetter);
        return ShutdownSignal.run(signal -> prepare(preparation, registrar, new KafkaStart(clients, signal::await)));
    }

    private int prepare(Preparation preparation, SchemaRegistrar registrar, KafkaStart kafka)
            throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            preparation.register(registrar, out::println);
        } catch (RegistryRejectedException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.SOFTWARE;
        }
        return preparation.create(kafka, out::println) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static SchemaRegistrar registrar(Map<String, Object> clients) {
        try {
            return new SchemaRegistrar(RegistryClients.of(clients));
        } catch (ConfigException e) {
            throw new ConfigurationException("kafka: " + e.getMessage());
        }
    }
}
