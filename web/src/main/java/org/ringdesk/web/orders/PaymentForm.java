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
import org.ringdesk.payments.GiftCardView;
import org.ringdesk.payments.PaymentMethod;
import org.ringdesk.payments.Recap;
import org.ringdesk.payments.Share;
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
    private @Nullable TypedShare amount;
    private TestCard card = TestCard.VISA;
    private @Nullable String token;
    private @Nullable String checkNumber;
    private @Nullable String giftCode;
    private @Nullable GiftCardView giftCard;

    /** Opens with what is still to be paid and the first method the channel takes. */
    public void open() {
        amount = TypedShare.of(panel.getRecap().balance());
        method = getMethods().stream().findFirst().orElse(PaymentMethod.CARD);
        token = null;
        checkNumber = null;
        forgetGiftCard();
        panel.to(OrderPanel.Step.PAYMENT);
    }

    public void pay() {
        OrderView order = panel.getOrder();
        TypedShare typed = amount == null ? new TypedShare(BigDecimal.ZERO, false) : amount;
        Share share = typed.of(order.total().currency());
        if (method == PaymentMethod.CHECK && checkNumber == null) {
            attempt.say("payment:checkNumber", FacesMessage.SEVERITY_ERROR, words.of("payment.checkNumber.missing"));
        } else if (method == PaymentMethod.CARD && isTyped() && token == null) {
            attempt.say(
                    isFieldShown() ? "payment:typed" : "payment:token",
                    FacesMessage.SEVERITY_ERROR,
                    words.of("payment.card.missing"));
        } else if (method == PaymentMethod.GIFT_CARD && giftCode == null) {
            attempt.say("payment:giftCode", FacesMessage.SEVERITY_ERROR, words.of("payment.giftCode.missing"));
        } else if (panel.command("payment:amount", () -> pay(order.number(), share))) {
            forgetGiftCard();
            panel.to(OrderPanel.Step.LINES);
        }
    }

    /** A code was typed: what its card is worth, and so how much of what is still to be paid. */
    public void lookUp() {
        giftCard = null;
        String code = giftCode;
        if (code != null) {
            OrderView order = panel.getOrder();
            attempt.at(
                    "payment:giftCode",
                    order.channel().zone(),
                    () -> checkout.giftCard(order.number(), code),
                    this::found);
        }
    }

    private void found(GiftCardView card) {
        giftCard = card;
        amount = TypedShare.of(card.balance().min(panel.getRecap().balance()));
    }

    private void forgetGiftCard() {
        giftCode = null;
        giftCard = null;
    }

    private Recap pay(OrderNumber order, Share share) {
        return switch (method) {
            case CARD -> checkout.payByCard(order, isTyped() ? token == null ? "" : token : card.token(), share);
            case CHECK -> checkout.payByCheck(order, checkNumber == null ? "" : checkNumber.strip(), share);
            case ACCOUNT -> checkout.payOnAccount(order, share);
            case GIFT_CARD -> checkout.payByGiftCard(order, giftCode == null ? "" : giftCode, share);
            case PREPAYMENT -> checkout.payByPrepayment(order, share);
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

    public @Nullable TypedShare getAmount() {
        return amount;
    }

    public void setAmount(@Nullable TypedShare amount) {
        this.amount = amount;
    }

    public @Nullable String getGiftCode() {
        return giftCode;
    }

    public void setGiftCode(@Nullable String typed) {
        giftCode = typed;
    }

    public @Nullable GiftCardView getGiftCard() {
        return giftCard;
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
