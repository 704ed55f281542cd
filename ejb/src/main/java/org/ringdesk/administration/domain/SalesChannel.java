package org.ringdesk.administration.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.DeliveryMode;
import org.ringdesk.shared.Money;

/** A call center seen as a sales channel, with its own users and payment methods. */
@Entity
@Table(name = "sales_channel")
public class SalesChannel {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "channel_id")
    @SequenceGenerator(name = "channel_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    private ChannelCode code;
    private String name;

    @Column(name = "legal_entity")
    private String legalEntity;

    @Column(name = "order_prefix")
    private String orderPrefix;

    private String country;
    private String currency;

    @Column(name = "time_zone")
    private String timeZone;

    private String language;

    @Column(name = "prices_include_tax")
    private boolean pricesIncludeTax;

    @Column(name = "delivery_charge", precision = 19, scale = 4)
    private BigDecimal deliveryCharge;

    @Column(name = "free_delivery_above", precision = 19, scale = 4)
    private @Nullable BigDecimal freeDeliveryAbove;

    @ElementCollection
    @CollectionTable(name = "channel_payment_method", joinColumns = @JoinColumn(name = "channel_id"))
    @Column(name = "method")
    private Set<String> paymentMethods = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "delivery_mode", joinColumns = @JoinColumn(name = "channel_id"))
    private Set<Mode> deliveryModes = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "channel_user", joinColumns = @JoinColumn(name = "channel_id"))
    @Column(name = "user_id")
    private Set<Long> users = new HashSet<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected SalesChannel() {}

    public long id() {
        return id;
    }

    public boolean lists(long userId) {
        return users.contains(userId);
    }

    public ChannelView view() {
        Currency money = Currency.getInstance(currency);
        return new ChannelView(
                id,
                code,
                name,
                orderPrefix,
                country,
                money,
                ZoneId.of(timeZone),
                language,
                pricesIncludeTax,
                Set.copyOf(paymentMethods),
                deliveryModes.stream()
                        .sorted(Comparator.comparing(m -> m.position))
                        .map(m -> new DeliveryMode(m.code, m.name, m.needsAddress, m.days))
                        .toList(),
                Money.of(deliveryCharge, money),
                freeDeliveryAbove == null ? null : Money.of(freeDeliveryAbove, money));
    }

    /** A way to send. */
    @Embeddable
    public static class Mode {
        private int position;
        private String code;
        private String name;

        @Column(name = "needs_address")
        private boolean needsAddress;

        private int days;

        @SuppressWarnings("NullAway.Init")
        protected Mode() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Mode mode && mode.code.equals(code);
        }

        @Override
        public int hashCode() {
            return code.hashCode();
        }
    }
}
