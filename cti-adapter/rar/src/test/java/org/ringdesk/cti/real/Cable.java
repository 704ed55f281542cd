package org.ringdesk.cti.real;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The cable between the link and a PBX: it can be cut, or go dead without anyone being told; it keeps what the PBX said. */
final class Cable implements AutoCloseable {
    private final ServerSocket plug;
    private final int pbxPort;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private volatile boolean cut;
    private volatile boolean dead;

    Cable(int pbxPort) {
        this.pbxPort = pbxPort;
        try {
            plug = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return plug.getLocalPort();
    }

    void cut() throws IOException {
        cut = true;
        for (Socket end : ends) {
            end.close();
        }
        ends.clear();
    }

    /** Connections stay, and nothing comes through any more. */
    void die() {
        dead = true;
    }

    /** New connections go through; what died before stays so. */
    void mend() {
        cut = false;
        dead = false;
    }

    /** What the PBX said since the last {@link #record}. */
    byte[] said() {
        synchronized (said) {
            return said.toByteArray();
        }
    }

    /** What the PBX said since the last time, into a file. */
    void record(Path file) throws IOException {
        synchronized (said) {
            Files.createDirectories(file.getParent());
            Files.write(file, said.toByteArray());
            said.reset();
        }
    }

    private void accept() {
        while (!plug.isClosed()) {
            try {
                Socket near = plug.accept();
                if (cut || dead) {
                    near.close();
                    continue;
                }
                Socket far = new Socket(InetAddress.getLoopbackAddress(), pbxPort);
                ends.add(near);
                ends.add(far);
                daemon(() -> carry(near, far, false));
                daemon(() -> carry(far, near, true));
            } catch (IOException e) {
                // the PBX is away, or the test is over
            }
        }
    }

    private void carry(Socket from, Socket to, boolean record) {
        byte[] part = new byte[65_536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            boolean broken = false;
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                broken |= dead;
                if (broken) {
                    continue;
                }
                if (record) {
                    synchronized (said) {
                        said.write(part, 0, length);
                    }
                }
                out.write(part, 0, length);
            }
        } catch (IOException e) {
            // either end is gone
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        plug.close();
        cut();
    }
}
