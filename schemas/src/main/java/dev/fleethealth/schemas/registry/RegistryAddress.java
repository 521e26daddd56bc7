package dev.fleethealth.schemas.registry;

import java.net.URI;
import java.util.Optional;

/**
 * One URL of the registry, and what opens it.
 *
 * @param base base URL without user info and without a slash at the end
 * @param authorization value of the {@code Authorization} header
 */
record RegistryAddress(String base, Optional<String> authorization) {

    static RegistryAddress of(URI url, Optional<String> authorization) {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return new RegistryAddress(url.getScheme() + "://" + url.getHost() + port + url.getRawPath(), authorization);
    }

    URI resolve(String path) {
        return URI.create(base + path);
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return base;
    }
}
