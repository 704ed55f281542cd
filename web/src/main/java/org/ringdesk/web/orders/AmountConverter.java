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
import org.jspecify.annotations.Nullable;
import org.ringdesk.web.page.Amounts;
import org.ringdesk.web.page.Me;
import org.ringdesk.web.page.Words;

/** Amounts as people type them, in a field of a page. */
@Named
@RequestScoped
public class AmountConverter implements Converter<BigDecimal> {
    @Inject
    private Words words;

    @Inject
    private Me me;

    @Override
    public @Nullable BigDecimal getAsObject(FacesContext context, UIComponent component, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return Amounts.read(value)
                .orElseThrow(() -> new ConverterException(
                        new FacesMessage(FacesMessage.SEVERITY_ERROR, words.of("amount.unreadable"), null)));
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable BigDecimal value) {
        if (value == null) {
            return "";
        }
        return "de".equals(me.getLanguage()) ? value.toPlainString().replace('.', ',') : value.toPlainString();
    }
}
