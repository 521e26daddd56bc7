package dev.fleethealth.testkit.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** Runs a broker until it is told to stop, or until standard input ends because the program that started it is gone. */
final class BrokerMain {
    /** Sixteen bytes in Base64. Always the same, so that a broker that is started again knows its data. */
    private static final String CLUSTER = "ZmxlZXQtaGVhbHRoLWtpdA";

    private BrokerMain() {}

    /**
     * Formats the data folder unless it is, and runs the broker.
     *
     * @param arguments the broker's {@code server.properties}
     */
    public static void main(String[] arguments) {
        String[] format = {"format", "--ignore-formatted", "--cluster-id", CLUSTER, "--config", arguments[0]};
        int formatted = StorageTool.execute(format, new PrintStream(OutputStream.nullOutputStream()));
        if (formatted != 0) {
            System.exit(formatted);
        }
        Thread guard = new Thread(BrokerMain::endWithInput, "parent-guard");
        guard.setDaemon(true);
        guard.start();
        Kafka.main(arguments);
    }

    private static void endWithInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
            System.exit(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
