package org.ringdesk.web.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.ringdesk.web.page.Me;
import org.ringdesk.web.page.Words;

/** Amounts and shares as people type them, in a field of a page. */
@Named
@RequestScoped
public class ShareConverter implements Converter<TypedShare> {
    @Inject
    private Words words;

    @Inject
    private Me me;

    @Override
    public @Nullable TypedShare getAsObject(FacesContext context, UIComponent component, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return TypedShare.read(value)
                .orElseThrow(() -> new ConverterException(
                        new FacesMessage(FacesMessage.SEVERITY_ERROR, words.of("payment.share.unreadable"), null)));
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable TypedShare typed) {
        if (typed == null) {
            return "";
        }
        String text = typed.value().toPlainString() + (typed.percent() ? "%" : "");
        return "de".equals(me.getLanguage()) ? text.replace('.', ',') : text;
    }
}
