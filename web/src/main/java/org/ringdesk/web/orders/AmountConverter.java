package org.ringdesk.web.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringdesk.web.page.Me;
import org.ringdesk.web.page.Words;

/**
 * Amounts as people type them: digits, and a comma or a point before one or two decimals in either language. Anything else,
 * groups of thousands too, is refused rather than guessed at.
 */
@Named
@RequestScoped
public class AmountConverter implements Converter<BigDecimal> {
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,12}([.,]\\d{1,2})?");

    @Inject
    private Words words;

    @Inject
    private Me me;

    @Override
    public @Nullable BigDecimal getAsObject(FacesContext context, UIComponent component, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return read(value)
                .orElseThrow(() -> new ConverterException(
                        new FacesMessage(FacesMessage.SEVERITY_ERROR, words.of("amount.unreadable"), null)));
    }

    static Optional<BigDecimal> read(String typed) {
        String text = typed.strip();
        return AMOUNT.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace(',', '.'))) : Optional.empty();
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable BigDecimal value) {
        if (value == null) {
            return "";
        }
        return "de".equals(me.getLanguage()) ? value.toPlainString().replace('.', ',') : value.toPlainString();
    }
}
