package io.amends.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * External ids for rows that have none: a hash of what makes the row what it is, and for the second and further
 * identical row its running number. The same file gives the same ids each time.
 */
class RowIds {

    private final MessageDigest sha256;
    // open addressing over primitives keeps a million rows within some megabytes
    private long[] seen = new long[1024];
    private int[] times = new int[1024];
    private int size;

    RowIds() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String next(List<String> cells) {
        for (var cell : cells) {
            var bytes = cell.strip().getBytes(StandardCharsets.UTF_8);
            sha256.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            sha256.update(bytes);
        }
        var hash = sha256.digest();
        var time = count(ByteBuffer.wrap(hash).getLong());
        var id = HexFormat.of().formatHex(hash, 0, 16);
        return time == 1 ? id : id + "-" + time;
    }

    private int count(long key) {
        if (size * 2 > seen.length) {
            grow();
        }
        var slot = slot(key);
        if (times[slot] == 0) {
            seen[slot] = key;
            size++;
        }
        return ++times[slot];
    }

    private int slot(long key) {
        var mask = seen.length - 1;
        var slot = (int) (key & mask);
        while (times[slot] != 0 && seen[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        var oldSeen = seen;
        var oldTimes = times;
        seen = new long[oldSeen.length * 2];
        times = new int[oldTimes.length * 2];
        for (var i = 0; i < oldSeen.length; i++) {
            if (oldTimes[i] != 0) {
                var slot = slot(oldSeen[i]);
                seen[slot] = oldSeen[i];
                times[slot] = oldTimes[i];
            }
        }
    }
}
