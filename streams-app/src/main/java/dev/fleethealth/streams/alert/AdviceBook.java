package dev.fleethealth.streams.alert;

import dev.fleethealth.streams.detector.ProbableCause;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * What to do, by detector and cause. The texts are data, in {@code advice.properties} beside this class; a detector and
 * cause without a text of their own fall back on the text of the cause.
 */
public final class AdviceBook {
    private final Properties texts;

    private AdviceBook(Properties texts) {
        this.texts = texts;
    }

    public static AdviceBook load() {
        Properties texts = new Properties();
        try (InputStream in = AdviceBook.class.getResourceAsStream("advice.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AdviceBook(texts);
    }

    public String adviceFor(String detector, ProbableCause cause) {
        String general = texts.getProperty(cause.id(), texts.getProperty(ProbableCause.UNKNOWN.id()));
        return texts.getProperty(detector + "." + cause.id(), general);
    }
}
