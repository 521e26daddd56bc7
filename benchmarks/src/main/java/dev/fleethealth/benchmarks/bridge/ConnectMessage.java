package dev.fleethealth.benchmarks.bridge;

import java.nio.charset.StandardCharsets;

/** A connection as EMQX reports it. */
final class ConnectMessage {
    static final String TOPIC = "events/client_connected";

    private static final String PAYLOAD = """
            {"event":"client.connected","clientid":"projects/plant/devices/device-%d","username":"device","peername":\
            "10.1.2.3:%d","sockname":"10.0.0.1:8883","proto_name":"MQTT","proto_ver":5,"keepalive":60,"clean_start":true,\
            "expiry_interval":7200,"receive_maximum":32,"is_bridge":false,"mountpoint":"undefined","node":"emqx@10.0.0.1",\
            "connected_at":1763600000000,"timestamp":1763600000001}""";

    private ConnectMessage() {}

    /** Of the device with that number. */
    static byte[] payload(int device) {
        return PAYLOAD.formatted(device, 1_024 + device % 60_000).getBytes(StandardCharsets.UTF_8);
    }
}
