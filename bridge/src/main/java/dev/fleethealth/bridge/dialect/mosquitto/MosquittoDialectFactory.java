package dev.fleethealth.bridge.dialect.mosquitto;

import com.google.auto.service.AutoService;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.dialect.DialectFactory;
import dev.fleethealth.bridge.dialect.DialectOptions;

/** Dialect {@code mosquitto}; the broker's version decides which lines it believes. */
@AutoService(DialectFactory.class)
public final class MosquittoDialectFactory implements DialectFactory {

    @Override
    public String id() {
        return "mosquitto";
    }

    /** @throws IllegalArgumentException if the broker's version is none */
    @Override
    public Dialect create(DialectOptions options) {
        return new MosquittoDialect(options.brokerVersion().map(MosquittoDialectFactory::grammar));
    }

    private static Grammar grammar(String version) {
        return Grammar.of(version)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a version of Mosquitto such as 2.0.22, was \"" + version + '"'));
    }
}
