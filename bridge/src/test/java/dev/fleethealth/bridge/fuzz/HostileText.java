package dev.fleethealth.bridge.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** What a device may call itself to do harm where its name is written. */
public final class HostileText {
    /** Part of every one, so that a text can be searched for what came from a device. */
    public static final String CANARY = "cAnArY";

    private static final List<String> PATTERNS = List.of(
            "%s\n2026-11-20T06:00:00.000Z ERROR Forged [main] all devices deleted",
            "%s\r\n\r\n200 OK",
            "\u001b[2J\u001b[31m%s\u0007\u009b31m",
            "%s\u2028\u2029\u0085next",
            "\u202e%s\u2066gpj.exe\u2069",
            "<script>alert('%s')</script>",
            "'; DROP TABLE %s; --",
            "${jndi:ldap://%s/a}${env:%s}",
            "%s\"} 1\n# TYPE forged counter\nforged{x=\"",
            "\\%s\\u0000\\n\\\"{{",
            "../../%s/\u0000/etc/passwd",
            "=HYPERLINK(\"http://%s\")",
            "Client %s [10.0.0.1:1] disconnected: session taken over.",
            "New client connected from 10.0.0.1:1 as %s (p5, c1, k60, u'x').",
            "%s, IP: 10.0.0.1 was disconnected. reason: kicked",
            "projects/%s/locations/\u001f/registries/@@@/devices/",
            "%s\ud800\udfff\udc00",
            "e\u0301\u200d\ufeff%s\u0000");

    private HostileText() {}

    /** Another one each time; once in a hundred a very long one. */
    static String next(RandomGenerator random) {
        String pattern = PATTERNS.get(random.nextInt(PATTERNS.size()));
        String name = CANARY + Long.toUnsignedString(random.nextLong(), 36);
        String text = pattern.replace("%s", name);
        return random.nextInt(100) > 0 ? text : text.repeat(random.nextInt(1, 2_000));
    }

    /** One of each kind. */
    public static List<String> all() {
        return PATTERNS.stream().map(pattern -> pattern.replace("%s", CANARY)).toList();
    }
}
