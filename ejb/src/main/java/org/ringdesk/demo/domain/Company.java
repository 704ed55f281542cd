package org.ringdesk.demo.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;

/**
 * Everything there is to write. Nothing has an id yet; parts refer to each other by code, login or place in a list.
 *
 * @param opened when it is as it is written
 */
public record Company(
        Instant asOf,
        List<Channel> channels,
        List<Hotline> hotlines,
        List<Queue> queues,
        List<Code> codes,
        List<Person> staff,
        List<TaxRate> taxes,
        List<Category> categories,
        List<Product> products,
        List<Customer> customers,
        Bargains bargains,
        List<Order> orders,
        Instant opened) {

    public record Channel(
            String code,
            String name,
            String legalEntity,
            String orderPrefix,
            String country,
            String currency,
            String zone,
            String language,
            List<String> paymentMethods,
            Money deliveryCharge,
            Money freeDeliveryAbove) {}

    /** A number customers dial. */
    public record Hotline(String e164, String channel, String label, String queue) {}

    /** What comes after a call of the queue; times in seconds. */
    public record Queue(
            String queue,
            String name,
            String afterCall,
            int limit,
            int extensions,
            int extension,
            boolean codeRequired) {}

    /** A wrap-up code of a channel. */
    public record Code(String channel, String code, String label) {}

    /** @param rights beside the role */
    public record Person(
            String login,
            String displayName,
            String language,
            @Nullable String endpoint,
            String role,
            List<String> rights,
            List<String> channels,
            List<Place> queues) {}

    public record Place(String queue, int penalty) {}

    public record TaxRate(String country, String taxClass, BigDecimal percent) {}

    public record Category(String code, String english, String german) {}
}
