package dev.fleethealth.bridge.fuzz;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** The ways in which a payload is made bad. */
enum Badness {
    RANDOM_BYTES {
        @Override
        byte[] apply(Seed seed, RandomGenerator random) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return noise;
        }
    },
    MUTATED {
        @Override
        byte[] apply(Seed seed, RandomGenerator random) {
            byte[] mutated = seed.payload();
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                ByteSpan span = ByteSpan.any(mutated, 20, random);
                mutated = random.nextBoolean()
                        ? span.replaced(mutated, SNIPPETS.get(random.nextInt(SNIPPETS.size())))
                        : span.replaced(mutated, new byte[] {(byte) random.nextInt(256)});
            }
            return mutated;
        }
    },
    CUT_OFF {
        @Override
        byte[] apply(Seed seed, RandomGenerator random) {
            return Arrays.copyOf(seed.payload(), random.nextInt(seed.payload().length + 1));
        }
    },
    NESTED {
        @Override
        byte[] apply(Seed seed, RandomGenerator random) {
            String open = random.nextBoolean() ? "[" : "{\"a\":";
            return ByteSpan.any(seed.payload(), 4, random).replaced(seed.payload(), open.repeat(size(random)));
        }
    },
    LONG {
        @Override
        byte[] apply(Seed seed, RandomGenerator random) {
            String part = SNIPPETS.get(random.nextInt(SNIPPETS.size())) + (char) random.nextInt(32, 127);
            return ByteSpan.any(seed.payload(), 0, random).replaced(seed.payload(), part.repeat(size(random)));
        }
    },
    HUGE_NUMBERS {
        @Override
        byte[] apply(Seed seed, RandomGenerator random) {
            String number = NUMBERS.get(random.nextInt(NUMBERS.size()));
            String longer = random.nextInt(10) == 0 ? "9".repeat(size(random)) : number;
            return ByteSpan.number(seed.payload(), random).replaced(seed.payload(), longer);
        }
    },
    NOT_UTF_8 {
        @Override
        byte[] apply(Seed seed, RandomGenerator random) {
            byte[] sequence = SEQUENCES.get(random.nextInt(SEQUENCES.size()));
            return ByteSpan.any(seed.payload(), 2, random).replaced(seed.payload(), sequence);
        }
    },
    HOSTILE_NAMES {
        @Override
        byte[] apply(Seed seed, RandomGenerator random) {
            String name = HostileText.next(random);
            String written =
                    seed.isJson() ? new String(JsonStringEncoder.getInstance().quoteAsString(name)) : name;
            return seed.clientIdOr(() -> ByteSpan.any(seed.payload(), 10, random))
                    .replaced(seed.payload(), written);
        }
    };

    private static final List<String> SNIPPETS = List.of(
            "",
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "null",
            "true",
            "\\u0000",
            "\\ud800",
            "\"undefined\"",
            "\n",
            "\t",
            " ",
            "{\"a\":{\"a\":{}}}",
            "\u2028",
            "é",
            "\\",
            "'",
            "(",
            ").",
            "1970-01-01T00:00:00Z",
            ": Client ",
            " [::1]:1]");

    private static final List<String> NUMBERS = List.of(
            "-1",
            "-0",
            "0",
            "1e400",
            "1e-400",
            "2147483648",
            "4294967296",
            "9223372036854775807",
            "9223372036854775808",
            "253402300800000",
            "-9223372036854775808",
            "0.1",
            "1E9",
            "NaN",
            "00",
            "65536");

    private static final List<byte[]> SEQUENCES = List.of(
            new byte[] {(byte) 0x80},
            new byte[] {(byte) 0xC0, (byte) 0xAF},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            new byte[] {(byte) 0xFF, (byte) 0xFE},
            "é".getBytes(StandardCharsets.ISO_8859_1));

    /** Mostly small: a large one costs as much as thousands of them. */
    private static final int LARGE = 400_000;

    private static int size(RandomGenerator random) {
        return random.nextInt(2_000) == 0 ? random.nextInt(LARGE / 6) : random.nextInt(1, 100);
    }

    abstract byte[] apply(Seed seed, RandomGenerator random);
}
