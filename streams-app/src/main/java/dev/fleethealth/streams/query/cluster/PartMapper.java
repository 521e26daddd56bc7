package dev.fleethealth.streams.query.cluster;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.fleethealth.schemas.Alert;
import dev.fleethealth.streams.query.state.RecordBytes;
import java.io.IOException;

/** JSON between instances. What another version says more is passed over. */
final class PartMapper {
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule(), alerts())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private PartMapper() {}

    private static SimpleModule alerts() {
        return new SimpleModule()
                .addSerializer(Alert.class, new JsonSerializer<>() {
                    @Override
                    public void serialize(Alert alert, JsonGenerator to, SerializerProvider any) throws IOException {
                        to.writeBinary(RecordBytes.of(alert));
                    }
                })
                .addDeserializer(Alert.class, new JsonDeserializer<>() {
                    @Override
                    public Alert deserialize(JsonParser from, DeserializationContext any) throws IOException {
                        return RecordBytes.alert(from.getBinaryValue());
                    }
                });
    }
}
