package dev.fleethealth.benchmarks.day.broker;

import java.time.Instant;
import java.util.List;

/** Status events of Alibaba ApsaraMQ: they tell a goodbye from everything else, and nothing more. */
public final class ApsaramqFormat implements BrokerFormat {

    @Override
    public List<Message> connected(Connection connection, Instant at) {
        return List.of(status(connection, "connect", at));
    }

    @Override
    public List<Message> ended(Connection connection, Instant at, Ending ending) {
        return switch (ending) {
            case NORMAL ->
                List.of(status(connection, "disconnect", at), status(connection, "tcpclean", at.plusMillis(8)));
            case LOST, TAKEN_OVER -> List.of(status(connection, "tcpclean", at));
            default -> throw new IllegalArgumentException("apsaramq does not tell " + ending);
        };
    }

    @Override
    public List<Message> refused(Connection connection, Instant at, Ending ending) {
        throw new IllegalArgumentException("apsaramq does not tell of refused connects");
    }

    private static Message status(Connection connection, String event, Instant at) {
        return new Message(
                "",
                Json.object()
                        .put("clientId", connection.clientId())
                        .put("channelId", connection.id())
                        .put("eventType", event)
                        .put("clientIp", connection.peer())
                        .put("time", at.toEpochMilli())
                        .putNull("certificateChainSn")
                        .toString());
    }
}
