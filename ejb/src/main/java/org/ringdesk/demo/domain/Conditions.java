package org.ringdesk.demo.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ringdesk.shared.Role;

/** How the company sends, what it charges beside the goods, and why it holds orders. */
public final class Conditions {
    /** @param name in the channel's language @param days working days from the shelf to the customer */
    public record Mode(String channel, String code, String name, boolean needsAddress, int days) {}

    /** By mode of delivery. @param level HEADER or LINE */
    public record Charge(String channel, String code, String name, String level, String mode, String amount) {}

    public record HandCharge(String channel, String code, String label, String most) {}

    /** @param clearing the roles that may clear it; every agent may hold so */
    public record Hold(String channel, String code, String label, boolean reasonNeeded, List<String> clearing) {}

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
        return List.of(
                new Hold("DE", "WISH", "Auf Wunsch des Kunden", false, anybody),
                new Hold("DE", "ADDRESS", "Anschrift klären", true, anybody),
                new Hold("DE", "FRAUD", "Verdacht auf Betrug", true, few),
                new Hold("UK", "WISH", "Customer’s wish", false, anybody),
                new Hold("UK", "ADDRESS", "Address to be clarified", true, anybody),
                new Hold("UK", "FRAUD", "Suspected fraud", true, few));
    }
}
