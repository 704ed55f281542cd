package org.ringdesk.orders.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderNumber;

/** Keeps an order's number as text. */
@Converter(autoApply = true)
public class OrderNumberConverter implements AttributeConverter<OrderNumber, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable OrderNumber number) {
        return number == null ? null : number.value();
    }

    @Override
    public @Nullable OrderNumber convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : new OrderNumber(text);
    }
}
