package dev.fleethealth.streams.runtime;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;
import org.jspecify.annotations.Nullable;

/** A failure at offset 42 of partition 3 of the topic {@code events}. */
record FailedAt(byte @Nullable [] sourceRawValue) implements ErrorHandlerContext {
    @Override
    public String topic() {
        return "events";
    }

    @Override
    public int partition() {
        return 3;
    }

    @Override
    public long offset() {
        return 42;
    }

    @Override
    public Headers headers() {
        return new RecordHeaders();
    }

    @Override
    public String processorNodeId() {
        return "device-stage";
    }

    @Override
    public TaskId taskId() {
        return new TaskId(0, 3);
    }

    @Override
    public long timestamp() {
        return 0;
    }

    @Override
    public byte @Nullable [] sourceRawKey() {
        return sourceRawValue;
    }
}
