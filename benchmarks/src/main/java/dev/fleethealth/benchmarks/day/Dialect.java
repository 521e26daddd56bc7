package dev.fleethealth.benchmarks.day;

import dev.fleethealth.benchmarks.day.broker.ApsaramqFormat;
import dev.fleethealth.benchmarks.day.broker.AwsIotFormat;
import dev.fleethealth.benchmarks.day.broker.BrokerFormat;
import dev.fleethealth.benchmarks.day.broker.ClearbladeFormat;
import dev.fleethealth.benchmarks.day.broker.EmqxFormat;
import dev.fleethealth.benchmarks.day.broker.HivemqFormat;
import dev.fleethealth.benchmarks.day.broker.MosquittoFormat;
import dev.fleethealth.benchmarks.day.broker.TdmqFormat;

/** The dialects of the day. */
public enum Dialect {
    TDMQ("tdmq", new TdmqFormat()),
    EMQX("emqx", new EmqxFormat()),
    HIVEMQ("hivemq", new HivemqFormat()),
    MOSQUITTO("mosquitto", new MosquittoFormat()),
    APSARAMQ("apsaramq", new ApsaramqFormat()),
    CLEARBLADE("clearblade", new ClearbladeFormat()),
    AWS_IOT("aws-iot", new AwsIotFormat());

    private final String id;
    private final BrokerFormat format;

    Dialect(String id, BrokerFormat format) {
        this.id = id;
        this.format = format;
    }

    public String id() {
        return id;
    }

    BrokerFormat format() {
        return format;
    }

    /** Whether reports keep their order: lines of one log do. */
    boolean ordered() {
        return this == MOSQUITTO;
    }
}
