package dev.fleethealth.demo.mqtt;

/** What a broker says to a device, as far as a device of the demo listens. */
sealed interface Incoming {

    /** The broker's answer to CONNECT; 0 lets the client in. */
    record ConnAck(int code) implements Incoming {}

    /** Anything else, such as PINGRESP. */
    record Other(int type) implements Incoming {}
}
