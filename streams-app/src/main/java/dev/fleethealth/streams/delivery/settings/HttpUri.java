package dev.fleethealth.streams.delivery.settings;

import dev.fleethealth.service.config.Setting;
import java.net.URI;

/** Checks addresses of HTTP endpoints. */
final class HttpUri {
    private HttpUri() {}

    static void check(String key, URI uri) {
        Setting.check(isHttp(uri), key, "expected http://host or https://host, was \"" + uri + '"');
    }

    static boolean isHttp(URI uri) {
        return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    }
}
