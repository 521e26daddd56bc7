package dev.fleethealth.bridge.dialect.tdmq;

import com.google.auto.service.AutoService;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.dialect.DialectFactory;
import dev.fleethealth.bridge.dialect.DialectOptions;
import dev.fleethealth.bridge.dialect.json.JsonDialect;
import dev.fleethealth.bridge.dialect.json.JsonReader;

/** Dialect {@code tdmq}; it does not differ by version. */
@AutoService(DialectFactory.class)
public final class TdmqDialectFactory implements DialectFactory {

    @Override
    public String id() {
        return "tdmq";
    }

    @Override
    public Dialect create(DialectOptions options) {
        return new JsonDialect(new JsonReader(), new TdmqDecoder());
    }
}
