package dev.fleethealth.demo.stack;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One process of the stack.
 *
 * @param name as shown to the reader, and the name of its log file
 * @param address where it can be reached, as shown to the reader
 * @param command what to run
 * @param environment variables to add
 * @param probe tells when it is ready
 * @param stopLimit how long it may take to stop before it is killed; nothing where all that it keeps is thrown away
 */
record Component(
        String name,
        String address,
        List<String> command,
        Map<String, String> environment,
        Probe probe,
        Duration stopLimit) {}
