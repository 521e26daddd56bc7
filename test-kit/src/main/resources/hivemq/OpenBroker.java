import com.hivemq.HiveMQServer;
import com.hivemq.configuration.service.InternalConfigurations;

/** HiveMQ CE that lets everybody in; started as a source file, so that nothing of it is on our class path. */
class OpenBroker {
    public static void main(String[] arguments) throws Exception {
        InternalConfigurations.AUTH_DENY_UNAUTHENTICATED_CONNECTIONS.set(false);
        HiveMQServer.main(arguments);
    }
}
