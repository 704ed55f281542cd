package org.ringdesk.web.systems;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The body of a request. */
@RequestScoped
public class Sent {
    private byte[] body = {};

    void is(byte[] bytes) {
        body = bytes.clone();
    }

    /** @throws Rejected with the place where it is no JSON, or when it is no object */
    JsonObject json() {
        if (body.length == 0) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(utf8()))) {
            JsonValue value = reader.readValue();
            if (value.getValueType() == JsonValue.ValueType.OBJECT) {
                return value.asJsonObject();
            }
            throw new Rejected(Trouble.FIELDS, List.of(Fault.field("", Fault.Flaw.TYPE, "object")));
        } catch (JsonParsingException e) {
            JsonLocation at = e.getLocation();
            throw new Rejected(Trouble.MALFORMED, Math.max(at.getLineNumber(), 1), Math.max(at.getColumnNumber(), 1));
        } catch (JsonException | IllegalStateException e) {
            throw new Rejected(Trouble.MALFORMED, 1, 1);
        }
    }

    /** JSON is UTF-8; a text in another encoding is found here instead of in a customer's name. */
    private byte[] utf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return body;
        } catch (CharacterCodingException e) {
            throw new Rejected(Trouble.MALFORMED, 1, 1);
        }
    }

    /** @param what method and address */
    String fingerprint(String what) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(what.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
