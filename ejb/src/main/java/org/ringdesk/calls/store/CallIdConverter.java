package org.ringdesk.calls.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallId;

/** Keeps a call's id as text. */
@Converter(autoApply = true)
public class CallIdConverter implements AttributeConverter<CallId, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable CallId id) {
        return id == null ? null : id.toString();
    }

    @Override
    public @Nullable CallId convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : CallId.parse(text);
    }
}
