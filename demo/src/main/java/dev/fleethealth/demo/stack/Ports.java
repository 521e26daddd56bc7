package dev.fleethealth.demo.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The ports of the demo, all on loopback.
 *
 * @param controller Kafka's own quorum
 * @param bridge management port of the bridge
 * @param streams management port of the streams app
 */
public record Ports(int kafka, int controller, int registry, int mqtt, int bridge, int streams) {

    /** The first port that somebody else uses, as a sentence that names it and what wants it. */
    public Optional<String> firstTaken() {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        wanted.put("kafka", kafka);
        wanted.put("controller", controller);
        wanted.put("registry", registry);
        wanted.put("mqtt", mqtt);
        wanted.put("bridge", bridge);
        wanted.put("streams", streams);
        return wanted.entrySet().stream()
                .filter(entry -> isTaken(entry.getValue()))
                .map(entry -> "port %d is taken, and %s wants it: free it, or choose another one with --%s-port"
                        .formatted(entry.getValue(), entry.getKey(), entry.getKey()))
                .findFirst();
    }

    /** Kafka's address. */
    public String kafkaAddress() {
        return "127.0.0.1:" + kafka;
    }

    /** The registry's REST API as Confluent's clients speak it. */
    public String registryUrl() {
        return "http://127.0.0.1:" + registry + "/apis/ccompat/v7";
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
