package org.ringdesk.web.administration;

import static java.util.stream.Collectors.toSet;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.Channels;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.ProductTraits;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.catalog.Products;
import org.ringdesk.catalog.SalesUnit;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.Priced;
import org.ringdesk.pricing.Pricing;
import org.ringdesk.shared.Refusal;
import org.ringdesk.web.orders.PriceReason;
import org.ringdesk.web.page.Attempt;
import org.ringdesk.web.page.Format;
import org.ringdesk.web.page.Me;
import org.ringdesk.web.page.Words;

/** What a cart would cost on a day and which rules would give it; nothing is kept. */
@Named
@ViewScoped
public class TryPrices implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern LINE =
            Pattern.compile("(?:(\\d{1,4})\\s+(?:(\\p{L}+)\\s+)?)?([A-Z0-9][A-Z0-9-]{1,19})");
    private static final Pattern CUSTOMER = Pattern.compile("C\\d{5,10}");
    private static final long NOBODY = 0;

    @Inject
    private Channels channels;

    @Inject
    private Products products;

    @Inject
    private CustomerDesk customers;

    @Inject
    private Pricing pricing;

    @Inject
    private Format format;

    @Inject
    private Attempt attempt;

    @Inject
    private Words words;

    @Inject
    private Me me;

    private String channel = "";
    private String day = "";
    private String cart = "";
    private String customer = "";
    private String codes = "";
    private String delivery = "";
    private List<Part> parts = List.of();
    private @Nullable Priced result;

    /** A line of the cart, or the order where there is no name. */
    public record Part(String name, Priced.@Nullable Line line, List<PriceReason> reasons) implements Serializable {}

    @PostConstruct
    void begin() {
        day = format.today().toString();
        channel = channels.all().stream().map(c -> c.code().value()).findFirst().orElse("");
    }

    public void find() {
        result = null;
        parts = List.of();
        ChannelView sold = channels.get(new ChannelCode(channel));
        List<Basket.Line> lines = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try {
            LocalDate on = LocalDate.parse(day);
            read(sold, on, lines, names);
            price(sold, on, lines, names);
        } catch (Refusal refusal) {
            attempt.tell("try:" + (refusal.key().startsWith("customer") ? "customer" : "cart"), null, refusal);
        } catch (DateTimeException e) {
            attempt.say("try:day", FacesMessage.SEVERITY_ERROR, words.of("try.day.unreadable"));
        }
    }

    /** Two statements, three where a product has more than one unit, however many lines there are. */
    private void read(ChannelView sold, LocalDate on, List<Basket.Line> lines, List<String> names) {
        List<Matcher> typed = new ArrayList<>();
        for (String text :
                cart.toUpperCase(Locale.ROOT).lines().filter(l -> !l.isBlank()).toList()) {
            Matcher line = LINE.matcher(text.strip());
            if (!line.matches() || quantity(line) == 0) {
                attempt.say("try:cart", FacesMessage.SEVERITY_ERROR, words.of("try.cart.unreadable", text.strip()));
                return;
            }
            typed.add(line);
        }
        Map<ProductNumber, ProductView> found =
                products.get(sold, typed.stream().map(TryPrices::product).toList(), me.getLanguage());
        Map<Long, ProductTraits> traits =
                products.traits(found.values().stream().map(ProductView::id).toList());
        for (Matcher line : typed) {
            ProductView product = Objects.requireNonNull(found.get(product(line)));
            ProductTraits mine = Objects.requireNonNull(traits.get(product.id()));
            SalesUnit unit = (line.group(2) == null ? product : product.in(line.group(2))).usual();
            Basket.Item item =
                    new Basket.Item(product.id(), mine.category(), mine.taxClass(), unit.code(), unit.pieces());
            lines.add(new Basket.Line(lines.size() + 1, item, quantity(line), unit.listPrice(), on, null));
            names.add(product.name() + " × " + quantity(line) + (product.units().size() > 1 ? " " + unit.name() : ""));
        }
    }

    private static int quantity(Matcher line) {
        return Integer.parseInt(Objects.requireNonNullElse(line.group(1), "1"));
    }

    private static ProductNumber product(Matcher line) {
        return new ProductNumber(line.group(3));
    }

    private void price(ChannelView sold, LocalDate on, List<Basket.Line> lines, List<String> names) {
        if (lines.isEmpty()) {
            return;
        }
        Set<String> typed = Arrays.stream(codes.toUpperCase(Locale.ROOT).split("[\\s,;]+"))
                .filter(c -> !c.isEmpty())
                .collect(toSet());
        @Nullable
        String source = typed.stream()
                .filter(c -> pricing.isSource(sold, c, on))
                .findFirst()
                .orElse(null);
        Set<String> coupons = typed.stream().filter(c -> !c.equals(source)).collect(toSet());
        @Nullable String mode = delivery.isBlank() ? null : delivery.strip().toUpperCase(Locale.ROOT);
        Basket basket = new Basket(sold.currency(), on, lines, source, mode, coupons, List.of());
        Priced priced = pricing.price(basket, sold, buyer());
        List<Part> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            found.add(new Part(names.get(i), priced.lines().get(i), PriceReason.of(priced.details(), i + 1)));
        }
        found.add(new Part("", null, PriceReason.of(priced.details(), null)));
        parts = found;
        result = priced;
    }

    /** Without one the prices are those of somebody in no group. */
    private long buyer() {
        String number = customer.strip().toUpperCase(Locale.ROOT);
        if (number.isEmpty()) {
            return NOBODY;
        }
        if (!CUSTOMER.matcher(number).matches()) {
            throw new Refusal("customer.unknown", number);
        }
        return customers.get(new CustomerNumber(number)).id();
    }

    public List<Part> getParts() {
        return parts;
    }

    public boolean isFound() {
        return result != null;
    }

    public @Nullable Priced getResult() {
        return result;
    }

    public List<ChannelView> getChannels() {
        return channels.all();
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String code) {
        channel = code;
    }

    public String getDay() {
        return day;
    }

    public void setDay(@Nullable String typed) {
        day = Objects.requireNonNullElse(typed, "");
    }

    public String getCart() {
        return cart;
    }

    public void setCart(@Nullable String typed) {
        cart = Objects.requireNonNullElse(typed, "");
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(@Nullable String typed) {
        customer = Objects.requireNonNullElse(typed, "");
    }

    public String getCodes() {
        return codes;
    }

    public void setCodes(@Nullable String typed) {
        codes = Objects.requireNonNullElse(typed, "");
    }

    public String getDelivery() {
        return delivery;
    }

    public void setDelivery(@Nullable String typed) {
        delivery = Objects.requireNonNullElse(typed, "");
    }
}
