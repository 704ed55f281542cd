package org.ringdesk.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.ResourceBundle;

/** The texts that scripts show: those whose keys begin with {@code js.}, as JSON that is safe inside a script element. */
@Named
@RequestScoped
public class ScriptTexts {
    private static final String PREFIX = "js.";

    @Inject
    private Me me;

    public String getJson() {
        ResourceBundle bundle = Words.bundle(Words.BUNDLE, me.getLocale());
        JsonObjectBuilder texts = Json.createObjectBuilder();
        bundle.keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .sorted()
                .forEach(key -> texts.add(key.substring(PREFIX.length()), bundle.getString(key)));
        return texts.build().toString().replace("<", "\\u003c");
    }
}
