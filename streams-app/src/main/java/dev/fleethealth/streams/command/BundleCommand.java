package dev.fleethealth.streams.command;

import dev.fleethealth.service.tls.InvalidPemException;
import dev.fleethealth.service.tls.TlsContext;
import dev.fleethealth.service.tls.TrustedCertificates;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fetches what support asks for about a device from a running program. */
@Command(
        name = "bundle",
        description = "Fetch a device's support bundle: all that support asks for, without secrets and personal data.",
        mixinStandardHelpOptions = true)
public final class BundleCommand implements Callable<Integer> {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([A-Za-z0-9._-]+)\"");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--url", required = true, paramLabel = "URL", description = "Its query port: http://host:9480.")
    private URI url = URI.create("");

    @Option(names = "--device", required = true, paramLabel = "ID", description = "Client id, as the broker has it.")
    private String device = "";

    @Option(names = "--fleet", paramLabel = "FLEET", description = "Where several fleets have a device of this id.")
    private @Nullable String fleet;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = Instants.class,
            description = "Time of the trouble: ISO 8601 or epoch milliseconds; without it, now.")
    private @Nullable Instant at;

    @Option(names = "--token-file", paramLabel = "FILE", description = "File with the token that it asks for.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "PEM file with the authority of its certificate; without it, those of the JDK.")
    private @Nullable Path ca;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where to write the zip; without it, its own name in the current folder.")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException, InterruptedException {
        HttpClient client = client();
        HttpRequest request = request();
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            return answer.statusCode() == OK
                    ? save(answer)
                    : complain(answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return complain("no answer from " + url + ": " + e);
        }
    }

    private int save(HttpResponse<byte[]> answer) throws IOException {
        Path file = output == null ? Path.of(ownName(answer)) : output;
        Files.write(file, answer.body());
        PrintWriter out = spec.commandLine().getOut();
        out.println(file);
        out.flush();
        return ExitCode.OK;
    }

    /** Only a plain name is taken, lest the file lands elsewhere. */
    private static String ownName(HttpResponse<byte[]> answer) {
        Matcher name = FILE_NAME.matcher(
                answer.headers().firstValue("Content-Disposition").orElse(""));
        return name.find() ? name.group(1) : "bundle.zip";
    }

    private HttpClient client() {
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(LONGEST_CONNECT);
        try {
            if (ca != null) {
                client.sslContext(TlsContext.of(Optional.of(TrustedCertificates.read(ca)), Optional.empty()));
            }
        } catch (InvalidPemException e) {
            throw wrong("--ca: " + e.getMessage());
        }
        return client.build();
    }

    private HttpRequest request() {
        StringBuilder query = new StringBuilder();
        append(query, "fleet", fleet);
        append(query, "at", at == null ? null : Long.toString(at.toEpochMilli()));
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            url.resolve("/v1/devices/" + encoded(device) + "/bundle" + query))
                    .timeout(LONGEST_ANSWER);
            if (tokenFile != null) {
                request.header("Authorization", "Bearer " + token(tokenFile));
            }
            return request.build();
        } catch (IllegalArgumentException e) {
            throw wrong("--url: expected http://host:port, was \"" + url + '"');
        }
    }

    private String token(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw wrong("--token-file: expected a readable file, was " + file);
        }
    }

    private static void append(StringBuilder query, String name, @Nullable String value) {
        if (value != null) {
            query.append(query.isEmpty() ? "?" : "&").append(name).append('=').append(encoded(value));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private int complain(String problem) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(spec.root().name() + ": " + problem);
        err.flush();
        return ExitCode.SOFTWARE;
    }
}
