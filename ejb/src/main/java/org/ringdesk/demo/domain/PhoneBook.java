package org.ringdesk.demo.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives out numbers, each once. */
final class PhoneBook {
    /**
     * Where a country keeps mobile numbers free for fiction they are used; Britain's (07700 900) do not pass as valid, so
     * its customers have landlines only.
     */
    private static final Map<String, List<String>> MOBILES = Map.of(
            "DE", List.of("+4917139200##", "+49176040690##"),
            "AT", List.of("+436605550###"),
            "CH", List.of("+41795550###"),
            "IE", List.of("+35385555####"),
            "NL", List.of("+31612550###"),
            "SE", List.of("+467017406##"));

    private final Dice dice;
    private final Set<String> given = new HashSet<>();

    PhoneBook(Dice dice) {
        this.dice = dice;
        Founding.HOTLINES.forEach(hotline -> given.add(hotline.e164()));
    }

    void reserve(String e164) {
        given.add(e164);
    }

    String landline(String pattern) {
        String number = dice.digits(pattern);
        while (!given.add(number)) {
            number = dice.digits(pattern);
        }
        return number;
    }

    boolean hasMobiles(String country) {
        return MOBILES.containsKey(country);
    }

    String mobile(String country) {
        return landline(dice.pick(MOBILES.getOrDefault(country, List.of())));
    }
}
