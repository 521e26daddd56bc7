package dev.fleethealth.benchmarks.kafka;

import java.io.OutputStream;
import java.io.PrintStream;

/** Runs a broker until standard input ends. The one line that it prints is the broker's address. */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream address = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream())); // Kafka's formatter prints, too
        try (KafkaBroker broker = KafkaBroker.start()) {
            address.println(broker.bootstrapServers());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        System.exit(0);
    }
}
