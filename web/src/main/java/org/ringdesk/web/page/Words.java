package org.ringdesk.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of the screens in the reader's language. */
@Named
@RequestScoped
public class Words {
    static final String BUNDLE = "org.ringdesk.web.messages";

    @Inject
    private Me me;

    /** @param arguments shown in the reader's locale */
    public String of(String key, Object... arguments) {
        return new MessageFormat(bundle(BUNDLE, me.getLocale()).getString(key), me.getLocale()).format(arguments);
    }

    /** For a reader who has no page. */
    public static String of(Locale locale, String key, Object... arguments) {
        return new MessageFormat(bundle(BUNDLE, locale).getString(key), locale).format(arguments);
    }

    /** Why an order must not be processed. */
    public String problem(String key) {
        return bundle(RefusalTexts.BUNDLE, me.getLocale()).getString("order.problem." + key);
    }

    /** Falls back to the English root, never to the server's own language. */
    static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                name,
                locale,
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
