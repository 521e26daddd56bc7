package dev.fleethealth.streams.backtest.topic;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One partition's part of the range, as far as it has been fetched and not yet been taken. */
final class PartitionRecords {
    /** Enough to keep the fetches coming, few enough to be held in memory. */
    private static final int MOST_HELD = 5_000;

    private final TopicPartition partition;
    private final long start;
    private final long end;
    private final Deque<ConsumerRecord<byte[], byte[]>> held = new ArrayDeque<>();
    private long position;

    /** @param end offset of the first record that does not belong to it */
    PartitionRecords(TopicPartition partition, long start, long end) {
        this.partition = partition;
        this.start = start;
        this.end = Math.max(start, end);
        this.position = start;
    }

    TopicPartition partition() {
        return partition;
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        if (record.offset() < end) {
            held.add(record);
        }
    }

    /** How far the consumer is: past aborted records and marks of transactions, too. */
    void reached(long offset) {
        position = Math.max(position, offset);
    }

    @Nullable
    ConsumerRecord<byte[], byte[]> first() {
        return held.peekFirst();
    }

    void removeFirst() {
        held.removeFirst();
    }

    /** Whether a record may still come, but is not there. */
    boolean lacks() {
        return held.isEmpty() && position < end;
    }

    boolean full() {
        return held.size() >= MOST_HELD || position >= end;
    }

    /** Offset of its first record. */
    long start() {
        return start;
    }

    long length() {
        return end - start;
    }

    long taken() {
        ConsumerRecord<byte[], byte[]> next = held.peekFirst();
        return (next == null ? Math.min(position, end) : next.offset()) - start;
    }
}
