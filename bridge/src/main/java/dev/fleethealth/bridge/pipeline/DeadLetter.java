package dev.fleethealth.bridge.pipeline;

import dev.fleethealth.bridge.dialect.BrokerMessage;

/**
 * A message that no event could be made of, with all that is needed to try again.
 *
 * @param source name of the source
 * @param dialect id of the dialect that could not read it
 * @param message topic, original bytes and time of receipt
 * @param why in one line, without parts of the payload
 */
public record DeadLetter(String source, String dialect, BrokerMessage message, String why) {}
