package dev.fleethealth.bridge.dialect.hivemq;

import com.google.auto.service.AutoService;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.dialect.DialectFactory;
import dev.fleethealth.bridge.dialect.DialectOptions;
import dev.fleethealth.bridge.dialect.json.JsonDialect;
import dev.fleethealth.bridge.dialect.json.JsonReader;

/** Dialect {@code hivemq}; the extension writes the same whatever the broker's version. */
@AutoService(DialectFactory.class)
public final class HivemqDialectFactory implements DialectFactory {

    @Override
    public String id() {
        return "hivemq";
    }

    @Override
    public Dialect create(DialectOptions options) {
        return new JsonDialect(new JsonReader(), new HivemqDecoder());
    }
}
