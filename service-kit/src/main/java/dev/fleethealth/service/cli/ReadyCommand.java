package dev.fleethealth.service.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks a running program whether it is ready, where there is no curl: in a container that holds nothing but Java. */
@Command(
        name = "ready",
        description = "Ask a running program whether it is ready; if it is not, say why and exit with 1.",
        mixinStandardHelpOptions = true)
public final class ReadyCommand implements Callable<Integer> {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);
    private static final int OK = 200;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--url",
            required = true,
            paramLabel = "URL",
            description = "Where it answers, such as http://localhost:9401/readyz.")
    private URI url = URI.create("");

    @Override
    public Integer call() throws InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(LONGEST_ANSWER).build();
        try {
            HttpResponse<String> answer = client.send(request(), BodyHandlers.ofString());
            return answer.statusCode() == OK ? ready() : notReady(answer.statusCode() + ", " + answer.body());
        } catch (IOException e) {
            return notReady("no answer, " + e);
        }
    }

    private HttpRequest request() {
        try {
            return HttpRequest.newBuilder(url).timeout(LONGEST_ANSWER).build();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "--url: expected http://host:port/readyz, was \"" + url + '"', e);
        }
    }

    private int ready() {
        spec.commandLine().getOut().println("ready");
        return ExitCode.OK;
    }

    private int notReady(String why) {
        spec.commandLine().getErr().println("not ready: " + why.strip());
        return ExitCode.SOFTWARE;
    }
}
