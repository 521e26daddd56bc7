package dev.fleethealth.streams.runtime;

import dev.fleethealth.schemas.registry.FaultKind;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/** Bytes that are no event go to the dead letter and the flow goes on; any other fault stops the thread. */
public final class UnreadableRecords implements DeserializationExceptionHandler {
    private @Nullable SetAside setAside;

    @Override
    public void configure(Map<String, ?> configs) {
        setAside = (SetAside) configs.get(SetAside.SETTING);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return switch (FaultKind.ofReading(exception)) {
            case INFRASTRUCTURE -> Response.fail();
            case DATA ->
                Response.resume(Objects.requireNonNull(setAside)
                        .of(
                                context,
                                record.key(),
                                record.value(),
                                "deserialization",
                                String.valueOf(exception.getMessage())));
        };
    }
}
