package dev.fleethealth.bridge.dialect.awsiot;

import com.google.auto.service.AutoService;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.dialect.DialectFactory;
import dev.fleethealth.bridge.dialect.DialectOptions;
import dev.fleethealth.bridge.dialect.json.JsonDialect;
import dev.fleethealth.bridge.dialect.json.JsonReader;

/** Dialect {@code aws-iot}; the service has no versions. */
@AutoService(DialectFactory.class)
public final class AwsIotDialectFactory implements DialectFactory {

    @Override
    public String id() {
        return "aws-iot";
    }

    @Override
    public Dialect create(DialectOptions options) {
        return new JsonDialect(new JsonReader(), new AwsIotDecoder());
    }
}
