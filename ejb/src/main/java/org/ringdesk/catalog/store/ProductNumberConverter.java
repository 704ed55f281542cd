package org.ringdesk.catalog.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.ProductNumber;

/** Keeps a product's number as text. */
@Converter(autoApply = true)
public class ProductNumberConverter implements AttributeConverter<ProductNumber, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ProductNumber number) {
        return number == null ? null : number.value();
    }

    @Override
    public @Nullable ProductNumber convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : new ProductNumber(text);
    }
}
