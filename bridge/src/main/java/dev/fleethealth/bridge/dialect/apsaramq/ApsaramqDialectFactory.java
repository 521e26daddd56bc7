package dev.fleethealth.bridge.dialect.apsaramq;

import com.google.auto.service.AutoService;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.dialect.DialectFactory;
import dev.fleethealth.bridge.dialect.DialectOptions;
import dev.fleethealth.bridge.dialect.json.JsonDialect;
import dev.fleethealth.bridge.dialect.json.JsonReader;

/** Dialect {@code apsaramq}; the service's messages do not differ by version. */
@AutoService(DialectFactory.class)
public final class ApsaramqDialectFactory implements DialectFactory {

    @Override
    public String id() {
        return "apsaramq";
    }

    @Override
    public Dialect create(DialectOptions options) {
        JsonReader reader = new JsonReader();
        return new JsonDialect(reader, new ApsaramqDecoder(reader));
    }
}
