package dev.fleethealth.streams.runtime;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A record that the topology can't work on goes to the dead letter and the flow goes on. Faults of the world around it (state
 * stores, Kafka, I/O) and faults without a record (in a punctuation) stop the thread: going on would lose valid records.
 */
public final class FailedRecords implements ProcessingExceptionHandler {
    private static final Logger LOGGER = LoggerFactory.getLogger(FailedRecords.class);

    private @Nullable SetAside setAside;

    @Override
    public void configure(Map<String, ?> configs) {
        setAside = (SetAside) configs.get(SetAside.SETTING);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, @Nullable Record<?, ?> record, Exception exception) {
        if (record == null || context.topic() == null || isInfrastructure(exception)) {
            return Response.fail();
        }
        LOGGER.atDebug()
                .addKeyValue("node", context.processorNodeId())
                .setCause(exception)
                .log("Record could not be processed");
        return Response.resume(Objects.requireNonNull(setAside)
                .of(
                        context,
                        context.sourceRawKey(),
                        context.sourceRawValue(),
                        "processing",
                        exception.getClass().getName() + " at " + context.processorNodeId()));
    }

    private static boolean isInfrastructure(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof KafkaException
                    || cause instanceof IOException
                    || cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }
}
