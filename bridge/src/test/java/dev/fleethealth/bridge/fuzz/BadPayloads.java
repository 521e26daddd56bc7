package dev.fleethealth.bridge.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** An endless sequence of bad messages for all dialects, the same for the same number. */
final class BadPayloads {
    private static final Badness[] KINDS = Badness.values();

    private final RandomGenerator random;
    private final List<Seed> seeds = Seed.all();

    BadPayloads(long number) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(number);
    }

    BadPayload next() {
        Seed seed = seeds.get(random.nextInt(seeds.size()));
        Badness kind = KINDS[random.nextInt(KINDS.length)];
        return new BadPayload(seed.dialect(), seed.topic(), kind, kind.apply(seed, random));
    }

    /** One of them, and how it was made. */
    record BadPayload(String dialect, String topic, Badness kind, byte[] payload) {}
}
