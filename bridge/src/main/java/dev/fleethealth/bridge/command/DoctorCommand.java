package dev.fleethealth.bridge.command;

import dev.fleethealth.bridge.doctor.Doctor;
import dev.fleethealth.bridge.doctor.DoctorReport;
import dev.fleethealth.bridge.doctor.Target;
import dev.fleethealth.bridge.security.PublicKeys;
import dev.fleethealth.service.cli.DurationConverter;
import dev.fleethealth.service.tls.InvalidPemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fleet-bridge doctor}: examines a device's way to its broker. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Examines a device's way to its broker from where this runs: DNS, ports, TLS, certificate, clock, token,"
                    + " client id, CONNECT, SUBSCRIBE, PINGREQ, and whether the connection stays.",
            "Connecting with a device's client id takes the device's own connection over: stop the device, or choose"
                    + " another id that the broker lets in.",
            "Exit code 0 when all is well, 1 when a step fails or warns."
        })
public final class DoctorCommand implements Callable<Integer> {
    private static final int TLS_PORT = 8883;
    private static final int PLAIN_PORT = 1883;
    private static final int MOST_PORT = 65_535;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--host", required = true, paramLabel = "HOST", description = "Name or address of the broker.")
    private String host = "";

    @Option(names = "--port", paramLabel = "PORT", description = "Default: 8883; with --no-tls 1883.")
    private Optional<Integer> port = Optional.empty();

    @Option(names = "--no-tls", description = "MQTT without TLS. Never for secrets over foreign networks.")
    private boolean withoutTls;

    @Option(names = "--client-id", paramLabel = "ID", description = "Default: one made up for this run.")
    private String clientId = "fleet-doctor-"
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

    @Option(names = "--token-file", paramLabel = "FILE", description = "File with the token; it is the password.")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(names = "--password-file", paramLabel = "FILE", description = "File with the password, first line.")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(names = "--user", paramLabel = "NAME", description = "User name; with a token, \"unused\" if not given.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--audience", paramLabel = "AUD", description = "What the token's aud should be.")
    private Optional<String> audience = Optional.empty();

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            description = "The device's public key or certificate as registered (PEM), to verify the token.")
    private Optional<Path> publicKey = Optional.empty();

    @Option(names = "--ca", paramLabel = "FILE", description = "Authorities to trust (PEM), as the device has them.")
    private Optional<Path> authorities = Optional.empty();

    @Option(names = "--cert", paramLabel = "FILE", description = "Client certificate (PEM), with --key.")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--key", paramLabel = "FILE", description = "Private key of the client certificate (PEM).")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--dialect", paramLabel = "ID", description = "Broker's dialect, for its own rules.")
    private Optional<String> dialect = Optional.empty();

    @Option(names = "--topic", paramLabel = "FILTER", description = "Topic filter to subscribe to.")
    private Optional<String> topic = Optional.empty();

    @Option(
            names = "--watch",
            paramLabel = "TIME",
            defaultValue = "5s",
            converter = DurationConverter.class,
            description = "How long to stay connected, e.g. 25m for a 20 min idle limit. Default: ${DEFAULT-VALUE}.")
    private Duration watch = Duration.ofSeconds(5);

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "5s",
            converter = DurationConverter.class,
            description = "Longest wait for one answer. Default: ${DEFAULT-VALUE}.")
    private Duration patience = Duration.ofSeconds(5);

    @Option(names = "--json", description = "One JSON object in place of the table.")
    private boolean json;

    @Override
    public Integer call() {
        Optional<String> token = tokenFile.map(file -> read("--token-file", file));
        Target target = target(token);
        DoctorReport report =
                DoctorReport.of(target, json, command.commandLine().getOut());
        new Doctor(target, InstantSource.system(), report)
                .examine(new Doctor.Extent(token, audience, registeredKey(), topic(), watch));
        return report.finish() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Target target(Optional<String> token) {
        int chosen = port.orElse(withoutTls ? PLAIN_PORT : TLS_PORT);
        expect(chosen >= 1 && chosen <= MOST_PORT, "--port: expected 1 to 65535, was " + chosen);
        expect(tokenFile.isEmpty() || passwordFile.isEmpty(), "--token-file, --password-file: expected one of them");
        expect(certificate.isPresent() == key.isPresent(), "--cert and --key: expected both or neither");
        Target target = new Target(
                host, chosen, !withoutTls, clientId, login(token), authorities, identity(), dialect, patience);
        try {
            target.trusted();
            target.keys();
        } catch (InvalidPemException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
        return target;
    }

    private Optional<Target.Identity> identity() {
        return certificate.flatMap(file -> key.map(own -> new Target.Identity(file, own)));
    }

    private Optional<Target.Login> login(Optional<String> token) {
        Optional<String> password = token.map(String::strip)
                .or(() -> passwordFile.map(file ->
                        read("--password-file", file).lines().findFirst().orElse("")));
        return password.isPresent() || user.isPresent()
                ? Optional.of(new Target.Login(user.orElse("unused"), password.orElse("")))
                : Optional.empty();
    }

    private Optional<PublicKey> registeredKey() {
        try {
            return publicKey.map(PublicKeys::read);
        } catch (InvalidPemException e) {
            throw new ParameterException(command.commandLine(), "--public-key: " + e.getMessage(), e);
        }
    }

    /** The device's own topic where the broker has one, so that its rights allow it. */
    private String topic() {
        String device = clientId.substring(clientId.lastIndexOf('/') + 1);
        return topic.orElse(
                dialect.filter("clearblade"::equals).isPresent()
                        ? "/devices/" + device + "/config"
                        : "fleet-doctor/" + device.replaceAll("[+#]", "_"));
    }

    private String read(String option, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ParameterException(
                    command.commandLine(), option + ": expected a file that can be read, was \"" + file + '"', e);
        }
    }

    private void expect(boolean holds, String complaint) {
        if (!holds) {
            throw new ParameterException(command.commandLine(), complaint);
        }
    }
}
