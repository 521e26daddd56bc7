import com.hivemq.HiveMQServer;
import com.hivemq.configuration.service.InternalConfigurations;

/**
 * HiveMQ CE that lets everybody in, with as many messages on their way to a client as the system property {@code open.window}
 * says; started as a source file, so that nothing of it is on our class path.
 */
class OpenBroker {
    public static void main(String[] arguments) throws Exception {
        InternalConfigurations.AUTH_DENY_UNAUTHENTICATED_CONNECTIONS.set(false);
        InternalConfigurations.MAX_INFLIGHT_WINDOW_SIZE_MESSAGES = Integer.getInteger("open.window");
        HiveMQServer.main(arguments);
    }
}
