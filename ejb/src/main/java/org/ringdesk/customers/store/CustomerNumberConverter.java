package org.ringdesk.customers.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.CustomerNumber;

/** Keeps a customer's number as text. */
@Converter(autoApply = true)
public class CustomerNumberConverter implements AttributeConverter<CustomerNumber, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable CustomerNumber number) {
        return number == null ? null : number.value();
    }

    @Override
    public @Nullable CustomerNumber convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : new CustomerNumber(text);
    }
}
