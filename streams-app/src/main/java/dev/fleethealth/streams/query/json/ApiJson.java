package dev.fleethealth.streams.query.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.json.CanonicalJson;
import dev.fleethealth.streams.query.DeviceConnection;
import dev.fleethealth.streams.query.Diagnosis;
import dev.fleethealth.streams.query.Online;
import dev.fleethealth.streams.query.Presence;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;

/** Writes answers as {@code openapi.yaml} says: times in milliseconds, records on Kafka in their canonical form, no nulls. */
public final class ApiJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .addModule(new SimpleModule()
                    .addSerializer(
                            Alert.class, writing((alert, json) -> json.writeRawValue(CanonicalJson.write(alert))))
                    .addSerializer(
                            ConnectionEvent.class,
                            writing((event, json) -> json.writeRawValue(CanonicalJson.write(event))))
                    .addSerializer(Instant.class, writing((time, json) -> json.writeNumber(time.toEpochMilli())))
                    .addSerializer(Presence.class, writing(ApiJson::word))
                    .addSerializer(Diagnosis.Kind.class, writing(ApiJson::word))
                    .addSerializer(Diagnosis.Delivery.Finding.class, writing(ApiJson::word))
                    .addSerializer(DeviceConnection.class, writing((it, json) -> json.writePOJO(ConnectionView.of(it))))
                    .addSerializer(Diagnosis.Backoff.class, writing((it, json) -> json.writePOJO(BackoffView.of(it))))
                    .addSerializer(Online.class, writing((it, json) -> json.writePOJO(OnlineView.of(it)))))
            .build();

    private ApiJson() {}

    /** @param value a record of the API, or maps and lists of them */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    private static void word(Enum<?> constant, JsonGenerator json) throws IOException {
        json.writeString(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static <T> JsonSerializer<T> writing(Writing<T> writing) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                writing.write(value, json);
            }
        };
    }

    private interface Writing<T> {
        void write(T value, JsonGenerator json) throws IOException;
    }
}
