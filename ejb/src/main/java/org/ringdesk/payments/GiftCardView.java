package org.ringdesk.payments;

import java.io.Serializable;
import java.time.Instant;
import org.ringdesk.shared.Money;

/** A gift card. @param issued what was put on it */
public record GiftCardView(String lastFour, Money balance, Money issued, Instant issuedAt) implements Serializable {}
