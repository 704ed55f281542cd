package org.ringdesk.administration.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;

/** Keeps a channel's code as text. */
@Converter(autoApply = true)
public class ChannelCodeConverter implements AttributeConverter<ChannelCode, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ChannelCode code) {
        return code == null ? null : code.value();
    }

    @Override
    public @Nullable ChannelCode convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : new ChannelCode(text);
    }
}
