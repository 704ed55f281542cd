package org.ringdesk.cti.fake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/** A stream of which every byte that is read is also given to somebody else. */
final class Overheard extends FilterInputStream {
    private final Consumer<byte[]> ear;

    Overheard(InputStream in, Consumer<byte[]> ear) {
        super(in);
        this.ear = ear;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int count = super.read(into, from, most);
        if (count > 0) {
            ear.accept(Arrays.copyOfRange(into, from, from + count));
        }
        return count;
    }
}
