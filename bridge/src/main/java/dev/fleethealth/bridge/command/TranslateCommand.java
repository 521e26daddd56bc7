package dev.fleethealth.bridge.command;

import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.dialect.DialectOptions;
import dev.fleethealth.bridge.dialect.DialectRegistry;
import dev.fleethealth.bridge.dialect.UnknownDialectException;
import dev.fleethealth.bridge.event.EventFinisher;
import dev.fleethealth.bridge.mapped.MappedDialects;
import dev.fleethealth.bridge.translate.Rejects;
import dev.fleethealth.bridge.translate.TranslateSettings;
import dev.fleethealth.bridge.translate.Translator;
import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.service.config.ConfigurationFile;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fleet-bridge translate}: what the bridge would make of recorded broker messages. */
@Command(
        name = "translate",
        mixinStandardHelpOptions = true,
        description = {
            "Translates recorded broker messages to connection events, one JSON object a line.",
            "Input: {\"topic\": \"...\", \"payload\": \"...\", \"receivedAt\": 1763600000000} a line, with"
                    + " payloadBase64 for bytes; any other line is a payload itself, received now."
        })
public final class TranslateCommand implements Callable<Integer> {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream standardIn;
    private final OutputStream standardOut;
    private final InstantSource clock;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--dialect", required = true, paramLabel = "ID", description = "Dialect of the messages.")
    private String dialect = "";

    @Option(names = "--broker-version", paramLabel = "V", description = "Version of the broker that wrote them.")
    private Optional<String> brokerVersion = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The bridge's configuration: fleet rules, privacy, dialect files.")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--rejects", paramLabel = "FILE", description = "Where to say which lines gave no event, and why.")
    private Optional<Path> rejects = Optional.empty();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "Input; - (default) is standard input.")
    private Path input = Path.of("-");

    public TranslateCommand() {
        this(System.in, new FileOutputStream(FileDescriptor.out), InstantSource.system());
    }

    TranslateCommand(InputStream standardIn, OutputStream standardOut, InstantSource clock) {
        this.standardIn = standardIn;
        this.standardOut = standardOut;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Translator translator = translator();
        try (InputStream in = open();
                Rejects rejected = new Rejects(rejectsFile())) {
            OutputStream events = new BufferedOutputStream(standardOut, BUFFER_BYTES);
            translator.translate(in, events, rejected);
            events.flush();
            tell(rejected.count());
        }
        return ExitCode.OK;
    }

    private Translator translator() {
        Optional<BridgeSettings> bridge = config.map(file -> ConfigurationFile.read(file, BridgeSettings.class));
        TranslateSettings settings =
                bridge.map(read -> TranslateSettings.of(read, dialect)).orElseGet(() -> TranslateSettings.of(dialect));
        DialectOptions options = new DialectOptions(brokerVersion.or(settings::brokerVersion));
        Dialect decoder =
                decoder(dialects(bridge.map(BridgeSettings::dialectFiles).orElse(List.of())), options);
        return new Translator(decoder, new EventFinisher(settings.source()), clock);
    }

    private DialectRegistry dialects(List<Path> files) {
        try {
            return MappedDialects.load(files);
        } catch (ConfigurationException e) {
            throw config.map(e::in).orElse(e);
        }
    }

    private Dialect decoder(DialectRegistry dialects, DialectOptions options) {
        try {
            return dialects.create(dialect, options);
        } catch (UnknownDialectException e) {
            throw new ParameterException(command.commandLine(), "--dialect: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--broker-version: " + e.getMessage(), e);
        }
    }

    private InputStream open() {
        try {
            return input.equals(Path.of("-")) ? standardIn : Files.newInputStream(input);
        } catch (IOException e) {
            throw new ParameterException(
                    command.commandLine(), "FILE: expected a file that can be read, was \"" + input + '"', e);
        }
    }

    private OutputStream rejectsFile() {
        try {
            return rejects.isPresent() ? Files.newOutputStream(rejects.get()) : OutputStream.nullOutputStream();
        } catch (IOException e) {
            throw new ParameterException(
                    command.commandLine(),
                    "--rejects: expected a file that can be written, was \"" + rejects.get() + '"',
                    e);
        }
    }

    private void tell(long rejected) {
        if (rejected > 0 && rejects.isEmpty()) {
            command.commandLine()
                    .getErr()
                    .println(rejected + " lines gave no event; --rejects FILE says which, and why");
            command.commandLine().getErr().flush();
        }
    }
}
