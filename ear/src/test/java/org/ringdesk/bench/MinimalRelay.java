package org.ringdesk.bench;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The floor: an AMI line, one SQL statement for the customer with the last ten orders, a WebSocket frame. No container, no
 * record of the call, no rights: the least that anything could do.
 */
final class MinimalRelay implements AutoCloseable {
    private static final String QUERY = """
            select json_build_object('number', p.e164, 'customer', c.number, 'first', c.first_name, 'last', c.last_name,
              'addresses', (select json_agg(a) from customer_address a where a.customer_id = c.id),
              'orders', (select json_agg(o) from (select number, status, total, created_at from sales_order
                 where customer_id = c.id order by created_at desc limit 10) o))
            from customer_phone p join customer c on c.id = p.customer_id where p.e164 = ?
            """;

    private final ServerSocket browsers = new ServerSocket(0, 300, InetAddress.getLoopbackAddress());
    private final Map<String, OutputStream> pages = new ConcurrentHashMap<>();
    private final Socket pbx;
    private final Connection db;

    MinimalRelay(int pbxPort, Connection db) throws IOException {
        this.db = db;
        pbx = new Socket(InetAddress.getLoopbackAddress(), pbxPort);
        pbx.setTcpNoDelay(true);
        start(this::acceptPages, "relay-pages");
        start(this::readPbx, "relay-ami");
    }

    /** Where the page of an agent's phone connects. */
    URI page(String extension) {
        return URI.create("ws://127.0.0.1:" + browsers.getLocalPort() + "/" + extension);
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void readPbx() {
        try (BufferedReader in =
                        new BufferedReader(new InputStreamReader(pbx.getInputStream(), StandardCharsets.UTF_8));
                PreparedStatement query = db.prepareStatement(QUERY)) {
            pbx.getOutputStream()
                    .write("Action: Login\r\nUsername: x\r\nSecret: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            Map<String, String> message = new HashMap<>();
            String line;
            while ((line = in.readLine()) != null) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    message.put(
                            line.substring(0, colon), line.substring(colon + 1).strip());
                } else if (line.isEmpty()) {
                    if ("DialBegin".equals(message.get("Event"))) {
                        pop(query, message);
                    }
                    message.clear();
                }
            }
        } catch (IOException | SQLException e) {
            if (!pbx.isClosed()) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void pop(PreparedStatement query, Map<String, String> dial) throws SQLException, IOException {
        query.setString(1, dial.get("CallerIDNum"));
        try (ResultSet row = query.executeQuery()) {
            OutputStream page = pages.get(dial.get("DialString"));
            if (row.next() && page != null) {
                page.write(frame(row.getString(1).getBytes(StandardCharsets.UTF_8)));
                page.flush();
            }
        }
    }

    /** One unmasked text frame, RFC 6455 section 5.2. */
    private static byte[] frame(byte[] text) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(text.length + 4);
        frame.write(0x81);
        if (text.length < 126) {
            frame.write(text.length);
        } else {
            frame.write(126);
            frame.write(text.length >> 8);
            frame.write(text.length);
        }
        frame.writeBytes(text);
        return frame.toByteArray();
    }

    private void acceptPages() {
        while (!browsers.isClosed()) {
            try {
                Socket page = browsers.accept();
                page.setTcpNoDelay(true);
                shakeHands(page);
            } catch (IOException e) {
                return;
            }
        }
    }

    private void shakeHands(Socket page) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(page.getInputStream(), StandardCharsets.UTF_8));
        String extension = in.readLine().split("[ /]+")[1];
        String key = "";
        String line;
        while ((line = in.readLine()) != null && !line.isEmpty()) {
            if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
                key = line.substring(18).strip();
            }
        }
        String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n";
        page.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        pages.put(extension, page.getOutputStream());
    }

    private static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        pbx.close();
        browsers.close();
    }
}
