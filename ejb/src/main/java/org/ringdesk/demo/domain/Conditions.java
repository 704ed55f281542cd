package org.ringdesk.demo.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Role;

/** How the company sends, what it charges beside the goods, and why it holds orders. */
public final class Conditions {
    /** @param name in the channel's language @param days working days from the shelf to the customer */
    public record Mode(String channel, String code, String name, boolean needsAddress, int days) {}

    /** By mode of delivery. @param level HEADER or LINE */
    public record Charge(String channel, String code, String name, String level, String mode, String amount) {}

    public record HandCharge(String channel, String code, String label, String most) {}

    /** @param byHand whether every agent may hold so. @param clearing the roles that may clear it */
    public record Hold(
            String channel, String code, String label, boolean reasonNeeded, boolean byHand, List<String> clearing) {}

    /** What the channel tolerates of payments with a check, which checks it waits for, and how long for transfers. */
    public record Tender(String channel, String tolerance, String percent, String holdAbove, int holdDays, int days) {}

    /** For demonstrations only: everybody can read these. @param code as it is printed on the card */
    public record GiftCard(String code, Money amount) {}

    private static final Map<String, List<String>> MODES = Map.of(
            "DE", List.of("Standardversand", "Expressversand", "Abholung im Laden"),
            "UK", List.of("Standard delivery", "Express delivery", "Collection from the shop"));

    private Conditions() {}

    public static List<Mode> modes(String channel) {
        List<String> names = MODES.getOrDefault(channel, List.of());
        return List.of(
                new Mode(channel, "STANDARD", names.get(0), true, 3),
                new Mode(channel, "EXPRESS", names.get(1), true, 1),
                new Mode(channel, "PICKUP", names.get(2), false, 0));
    }

    /** Whoever collects pays no delivery; what goes by express costs more, line by line. */
    public static List<Charge> charges() {
        return Stream.of("DE", "UK")
                .flatMap(channel -> Stream.of(
                        new Charge(channel, "DELIVERY", "Delivery", "HEADER", "PICKUP", "0"),
                        new Charge(channel, "EXPRESS", "Express", "LINE", "EXPRESS", "4.50")))
                .toList();
    }

    public static List<HandCharge> handCharges() {
        return List.of(
                new HandCharge("DE", "GIFTWRAP", "Geschenkverpackung", "25"),
                new HandCharge("DE", "ENGRAVE", "Gravur", "60"),
                new HandCharge("UK", "GIFTWRAP", "Gift wrapping", "25"),
                new HandCharge("UK", "ENGRAVE", "Engraving", "60"));
    }

    public static List<Hold> holds() {
        List<String> anybody = List.of(Role.AGENT, Role.SUPERVISOR);
        List<String> few = List.of(Role.SUPERVISOR, Role.HOLDS);
        return Stream.of(
                        new Hold("DE", "WISH", "Auf Wunsch des Kunden", false, true, anybody),
                        new Hold("DE", "ADDRESS", "Anschrift klären", true, true, anybody),
                        new Hold("DE", "FRAUD", "Verdacht auf Betrug", true, true, few),
                        new Hold("UK", "WISH", "Customer’s wish", false, true, anybody),
                        new Hold("UK", "ADDRESS", "Address to be clarified", true, true, anybody),
                        new Hold("UK", "FRAUD", "Suspected fraud", true, true, few),
                        new Hold("DE", "CHECK", "Scheck noch nicht eingelöst", false, false, few),
                        new Hold("DE", "BOUNCED", "Scheck geplatzt", true, false, few),
                        new Hold("DE", "PREPAYMENT", "Wartet auf Vorkasse", false, false, few),
                        new Hold("UK", "CHECK", "Check not cleared yet", false, false, few),
                        new Hold("UK", "BOUNCED", "Check bounced", true, false, few),
                        new Hold("UK", "PREPAYMENT", "Waits for prepayment", false, false, few))
                .toList();
    }

    public static List<Tender> tenders() {
        return List.of(new Tender("DE", "1.00", "2", "150.00", 10, 14), new Tender("UK", "1.00", "2", "150.00", 7, 14));
    }

    public static List<GiftCard> giftCards() {
        return List.of(
                new GiftCard("DEMK-ARTE-FUNF-ZEHN", Money.of("50.00", "EUR")),
                new GiftCard("DEMK-ARTE-KLEN-BTRG", Money.of("5.00", "EUR")),
                new GiftCard("DEMG-CARD-FRTY-PNDS", Money.of("40.00", "GBP")),
                new GiftCard("DEMG-CARD-FEWA-PNDS", Money.of("3.00", "GBP")));
    }
}
