package dev.fleethealth.demo.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ports of the demo, all on loopback.
 *
 * @param controller Kafka's own quorum
 * @param bridge management port of the bridge
 * @param streams management port of the streams app
 * @param query where the streams app answers questions and serves the web page
 * @param pager where the demo plays PagerDuty
 * @param prometheus of Prometheus, where it is installed
 */
public record Ports(
        int kafka,
        int controller,
        int registry,
        int mqtt,
        int bridge,
        int streams,
        int query,
        int pager,
        int prometheus) {
    /** As they stand in {@code demo/bridge.yaml} and {@code demo/streams.yaml}. */
    public static final Ports DEFAULT = new Ports(29092, 29093, 28081, 21883, 9401, 9402, 9480, 28082, 29090);

    private static final Pattern NUMBER = Pattern.compile("\\b\\d{4,5}\\b");

    /** Kafka's address. */
    public String kafkaAddress() {
        return "127.0.0.1:" + kafka;
    }

    /** The registry's REST API as Confluent's clients speak it. */
    public String registryUrl() {
        return "http://127.0.0.1:" + registry + "/apis/ccompat/v7";
    }

    /** What {@code demo/run --read} must be given to find Kafka and the registry, if these aren't the default ports. */
    public String optionsToRead() {
        return (kafka == DEFAULT.kafka ? "" : " --kafka-port " + kafka)
                + (registry == DEFAULT.registry ? "" : " --registry-port " + registry);
    }

    /** The first port that somebody else uses, as a sentence that names it and what wants it. */
    public Optional<String> firstTaken() {
        return byName().entrySet().stream()
                .filter(entry -> isTaken(entry.getValue()))
                .map(entry -> "port %d is taken, and %s wants it: free it, or choose another one with --%s-port"
                        .formatted(entry.getValue(), entry.getKey(), entry.getKey()))
                .findFirst();
    }

    /** The text with these ports in place of the default ones. */
    String fillIn(String text) {
        Map<String, Integer> chosen = byName();
        Map<String, String> replacements = DEFAULT.byName().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getValue().toString(), entry -> String.valueOf(chosen.get(entry.getKey()))));
        return NUMBER.matcher(text).replaceAll(match -> replacements.getOrDefault(match.group(), match.group()));
    }

    private Map<String, Integer> byName() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("kafka", kafka);
        ports.put("controller", controller);
        ports.put("registry", registry);
        ports.put("mqtt", mqtt);
        ports.put("bridge", bridge);
        ports.put("streams", streams);
        ports.put("query", query);
        ports.put("pager", pager);
        ports.put("prometheus", prometheus);
        return ports;
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
