package org.ringdesk.web.orders;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderView;
import org.ringdesk.payments.Checkout;
import org.ringdesk.payments.PaymentMethod;
import org.ringdesk.payments.Recap;
import org.ringdesk.shared.Money;
import org.ringdesk.web.page.Attempt;
import org.ringdesk.web.page.Words;

/** A payment being typed. */
@Named
@ViewScoped
public class PaymentForm implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Checkout checkout;

    @Inject
    private OrderPanel panel;

    @Inject
    private Attempt attempt;

    @Inject
    private Words words;

    private PaymentMethod method = PaymentMethod.CARD;
    private @Nullable BigDecimal amount;
    private TestCard card = TestCard.VISA;
    private @Nullable String token;
    private @Nullable String checkNumber;

    /** Opens with what is still to be paid and the first method the channel takes. */
    public void open() {
        amount = panel.getRecap().balance().amount();
        method = getMethods().stream().findFirst().orElse(PaymentMethod.CARD);
        token = null;
        checkNumber = null;
        panel.to(OrderPanel.Step.PAYMENT);
    }

    public void pay() {
        OrderView order = panel.getOrder();
        Money money = new Money(
                amount == null ? BigDecimal.ZERO : amount, order.total().currency());
        if (method == PaymentMethod.CHECK && checkNumber == null) {
            attempt.say("payment:checkNumber", FacesMessage.SEVERITY_ERROR, words.of("payment.checkNumber.missing"));
        } else if (method == PaymentMethod.CARD && isTyped() && token == null) {
            attempt.say(
                    isFieldShown() ? "payment:typed" : "payment:token",
                    FacesMessage.SEVERITY_ERROR,
                    words.of("payment.card.missing"));
        } else if (panel.command("payment:amount", () -> pay(order.number(), money))) {
            panel.to(OrderPanel.Step.LINES);
        }
    }

    private Recap pay(OrderNumber order, Money money) {
        return switch (method) {
            case CARD -> checkout.payByCard(order, isTyped() ? token == null ? "" : token : card.token(), money);
            case CHECK -> checkout.payByCheck(order, checkNumber == null ? "" : checkNumber.strip(), money);
            case ACCOUNT -> checkout.payOnAccount(order, money);
        };
    }

    public void remove(long payment) {
        OrderNumber order = panel.getOrder().number();
        panel.command(null, () -> checkout.remove(order, payment));
    }

    public List<PaymentMethod> getMethods() {
        Set<String> taken = panel.getOrder().channel().paymentMethods();
        return Arrays.stream(PaymentMethod.values())
                .filter(m -> taken.contains(m.name()))
                .toList();
    }

    public List<TestCard> getCards() {
        return List.of(TestCard.values());
    }

    public PaymentMethod getMethod() {
        return method;
    }

    public void setMethod(PaymentMethod method) {
        this.method = method;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }

    /** One of the sandbox's; else the payment provider's token is asked for. */
    public boolean isTestCard() {
        return checkout.hasTestCardsOnly();
    }

    /** Another one than the sandbox's choice: the provider's field, or whoever knows it, gave a token. */
    private boolean isTyped() {
        return !isTestCard() || card == TestCard.TYPED;
    }

    /** Whether the sandbox's own field is there to type into. */
    public boolean isFieldShown() {
        return method == PaymentMethod.CARD && isTestCard() && card == TestCard.TYPED;
    }

    public @Nullable String getToken() {
        return token;
    }

    public void setToken(@Nullable String token) {
        this.token = token;
    }

    public TestCard getCard() {
        return card;
    }

    public void setCard(TestCard card) {
        this.card = card;
    }

    public @Nullable String getCheckNumber() {
        return checkNumber;
    }

    public void setCheckNumber(@Nullable String checkNumber) {
        this.checkNumber = checkNumber;
    }
}
