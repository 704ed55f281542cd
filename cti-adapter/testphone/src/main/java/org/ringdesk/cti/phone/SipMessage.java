package org.ringdesk.cti.phone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request or response: its first line, its headers in order, its body. */
final class SipMessage {
    private record Header(String name, String value) {}

    private final String start;
    private final List<Header> headers = new ArrayList<>();
    private String body = "";

    SipMessage(String start) {
        this.start = start;
    }

    static SipMessage request(String method, String uri) {
        return new SipMessage(method + ' ' + uri + " SIP/2.0").with("Max-Forwards", "70");
    }

    static SipMessage parse(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        String[] lines = (end < 0 ? text : text.substring(0, end)).split("\r\n");
        SipMessage message = new SipMessage(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                message.with(
                        lines[i].substring(0, colon).strip(),
                        lines[i].substring(colon + 1).strip());
            }
        }
        message.body = end < 0 ? "" : text.substring(end + 4);
        return message;
    }

    SipMessage with(String name, String value) {
        headers.add(new Header(name, value));
        return this;
    }

    SipMessage first(String name, String value) {
        headers.add(0, new Header(name, value));
        return this;
    }

    SipMessage body(String type, String text) {
        body = text;
        return with("Content-Type", type);
    }

    /** Takes over every header of that name. */
    SipMessage likewise(SipMessage other, String name) {
        other.all(name).forEach(value -> with(name, value));
        return this;
    }

    boolean isResponse() {
        return start.startsWith("SIP/2.0 ");
    }

    int status() {
        return Integer.parseInt(start.substring(8, 11));
    }

    /** Of a response, what it answers. */
    String method() {
        return isResponse() ? header("CSeq").replaceAll("^\\d+\\s+", "") : start.substring(0, start.indexOf(' '));
    }

    String uri() {
        return start.split(" ")[1];
    }

    int sequence() {
        return Integer.parseInt(header("CSeq").split("\\s+")[0]);
    }

    String branch() {
        return parameter(header("Via"), "branch");
    }

    String callId() {
        return header("Call-ID");
    }

    String header(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    String body() {
        return body;
    }

    /** A header's parameter, empty when it has none. */
    static String parameter(String value, String name) {
        int at = value.indexOf(';' + name + '=');
        return at < 0 ? "" : value.substring(at + name.length() + 2).replaceAll("[;,>].*", "");
    }

    /** The address between a header's angle brackets. */
    static @Nullable String address(String value) {
        int open = value.indexOf('<');
        int close = value.indexOf('>', open);
        return open < 0 || close < 0 ? null : value.substring(open + 1, close);
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(start).append("\r\n");
        headers.forEach(header ->
                text.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        text.append("Content-Length: ")
                .append(body.getBytes(StandardCharsets.UTF_8).length)
                .append("\r\n\r\n")
                .append(body);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return start;
    }
}
