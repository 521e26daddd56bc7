package dev.fleethealth.bridge.doctor.mqtt;

import dev.fleethealth.schemas.Category;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** What to do when a broker refuses or ends a connection, by the category of its reason; kept as data. */
final class Advice {
    private static final String RESOURCE = "/doctor/refusals.properties";
    private static final Properties TEXTS = load();

    private Advice() {}

    static String on(Category category) {
        return TEXTS.getProperty(category.name(), TEXTS.getProperty("UNKNOWN", ""));
    }

    private static Properties load() {
        try (InputStream in = Objects.requireNonNull(Advice.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
