package dev.fleethealth.bridge.chaos;

import dev.fleethealth.testkit.kafka.KafkaProcess;
import dev.fleethealth.testkit.mqtt.HivemqProcess;
import dev.fleethealth.testkit.process.TemporaryDirectory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A Kafka and a HiveMQ for all chaos tests of this run, in processes of their own. Each test has topics and a session of
 * its own on them.
 */
record ChaosStack(KafkaProcess kafka, HivemqProcess hivemq, TemporaryDirectory folder) implements AutoCloseable {

    private static ChaosStack start() throws Exception {
        TemporaryDirectory folder = TemporaryDirectory.create();
        return new ChaosStack(
                KafkaProcess.start(), HivemqProcess.start(folder.path().resolve("hivemq")), folder);
    }

    @Override
    public void close() throws Exception {
        hivemq.close();
        kafka.close();
        folder.close();
    }

    /** Starts it for the first test that has it as a parameter. */
    static final class Resolver implements ParameterResolver {
        private static final Namespace NAMESPACE = Namespace.create(ChaosStack.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == ChaosStack.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(ChaosStack.class, type -> started());
        }

        private static ChaosStack started() {
            try {
                return start();
            } catch (Exception e) {
                throw new IllegalStateException("Kafka or HiveMQ did not start", e);
            }
        }
    }
}
