package io.amends.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Collects bytes up to a bound, whatever the sender said about their number. */
final class BoundedBytes extends OutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final long most;

    BoundedBytes(long most) {
        this.most = most;
    }

    /** More than the bound came. */
    static final class TooMany extends IOException {}

    @Override
    public void write(int one) throws IOException {
        require(1);
        bytes.write(one);
    }

    @Override
    public void write(byte[] some, int from, int count) throws IOException {
        require(count);
        bytes.write(some, from, count);
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private void require(int more) throws IOException {
        if (bytes.size() + (long) more > most) {
            throw new TooMany();
        }
    }
}
