package dev.fleethealth.benchmarks.measure;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * How much crosses from the device stage to the fleet stage; bytes are of keys and values, before compression.
 *
 * @param events records that came in
 * @param signals records on the internal topic
 */
public record Traffic(long events, long eventBytes, long signals, long signalBytes) {

    /** What Kafka Streams has counted of these two topics; it must still run. */
    static Traffic ofThisJvm(String eventsTopic, String signalsTopic) throws JMException {
        return new Traffic(
                sum(eventsTopic, "records-consumed-total"),
                sum(eventsTopic, "bytes-consumed-total"),
                sum(signalsTopic, "records-produced-total"),
                sum(signalsTopic, "bytes-produced-total"));
    }

    public double recordShare() {
        return (double) signals / events;
    }

    public double byteShare() {
        return (double) signalBytes / eventBytes;
    }

    private static long sum(String topic, String attribute) throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName nodes = new ObjectName("kafka.streams:type=stream-topic-metrics,topic=" + topic + ",*");
        double sum = 0;
        for (ObjectName node : server.queryNames(nodes, null)) {
            boolean hasIt = Arrays.stream(server.getMBeanInfo(node).getAttributes())
                    .anyMatch(each -> each.getName().equals(attribute));
            sum += hasIt ? ((Number) server.getAttribute(node, attribute)).doubleValue() : 0;
        }
        return Math.round(sum);
    }
}
