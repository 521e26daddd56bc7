package dev.fleethealth.streams.runtime;

import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where this instance is asked, and what it may use.
 *
 * @param host under which other instances reach it
 * @param port of its API
 * @param tls whom to trust where instances ask each other over HTTPS; empty for HTTP
 * @param token that other instances show, and ask for
 * @param memoryMebibytes block cache and write buffers of the query stores together
 */
public record QueryPlace(
        String host, int port, Optional<SSLContext> tls, Optional<String> token, int memoryMebibytes) {}
