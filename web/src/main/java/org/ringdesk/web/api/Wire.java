package org.ringdesk.web.api;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.config.PropertyVisibilityStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Currency;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.shared.PhoneNumber;

/**
 * How views look as JSON, over HTTP and in pushed frames: a record's components by their names, ids and numbers as plain
 * texts, money as amount and currency, times in ISO 8601.
 */
@Provider
public class Wire implements ContextResolver<Jsonb> {
    private static final Jsonb JSON = JsonbBuilder.create(new JsonbConfig()
            .withPropertyVisibilityStrategy(new Components())
            .withAdapters(
                    new Orders(),
                    new Customers(),
                    new Products(),
                    new Channels(),
                    new Phones(),
                    new Calls(),
                    new Currencies()));

    @Override
    public Jsonb getContext(Class<?> type) {
        return JSON;
    }

    public static String text(Object value) {
        return JSON.toJson(value);
    }

    private static final class Components implements PropertyVisibilityStrategy {
        @Override
        public boolean isVisible(Field field) {
            return true;
        }

        @Override
        public boolean isVisible(Method method) {
            return false;
        }
    }

    private abstract static class Text<T> implements JsonbAdapter<T, String> {
        @Override
        public String adaptToJson(T value) {
            return value.toString();
        }

        @Override
        public T adaptFromJson(String text) {
            throw new UnsupportedOperationException("Nothing is read as JSON");
        }
    }

    private static final class Orders extends Text<OrderNumber> {}

    private static final class Customers extends Text<CustomerNumber> {}

    private static final class Products extends Text<ProductNumber> {}

    private static final class Channels extends Text<ChannelCode> {}

    /** As people read it anywhere. */
    private static final class Phones extends Text<PhoneNumber> {
        @Override
        public String adaptToJson(PhoneNumber number) {
            return number.international();
        }
    }

    private static final class Calls extends Text<CallId> {}

    private static final class Currencies extends Text<Currency> {}
}
