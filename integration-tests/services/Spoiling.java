package services;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Makes good octets bad, by chance. */
final class Spoiling {
    private final Random random;

    Spoiling(Random random) {
        this.random = random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    byte[] anyOctets(int most) {
        byte[] octets = new byte[random.nextInt(most + 1)];
        random.nextBytes(octets);
        return octets;
    }

    /** With one to four things done to it: octets changed, left out, doubled, put in, or the end cut off. */
    byte[] spoil(byte[] good) {
        byte[] octets = good;
        for (int times = random.nextInt(4); times >= 0; times--) {
            octets = once(octets);
        }
        return octets;
    }

    private byte[] once(byte[] octets) {
        if (octets.length == 0) {
            return anyOctets(20);
        }
        int at = random.nextInt(octets.length);
        int end = Math.min(octets.length, at + 1 + random.nextInt(30));
        return switch (random.nextInt(6)) {
            case 0 -> join(Arrays.copyOf(octets, at), Arrays.copyOfRange(octets, end, octets.length));
            case 1 -> join(Arrays.copyOf(octets, end), Arrays.copyOfRange(octets, at, octets.length));
            case 2 -> join(Arrays.copyOf(octets, at), anyOctets(20), Arrays.copyOfRange(octets, at, octets.length));
            case 3 -> Arrays.copyOf(octets, at);
            default -> changed(octets, at);
        };
    }

    private byte[] changed(byte[] octets, int at) {
        byte[] changed = octets.clone();
        changed[at] = random.nextBoolean() ? (byte) random.nextInt(256) : (byte) (changed[at] ^ 1 << random.nextInt(8));
        return changed;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
