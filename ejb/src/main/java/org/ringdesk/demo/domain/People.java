package org.ringdesk.demo.domain;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringdesk.demo.domain.Customer.Address;
import org.ringdesk.demo.domain.Customer.Phone;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.SearchText;

/** The customers: first the regulars that the guides rely on, then the people of the towns. */
final class People {
    private final Dice dice;
    private final Instant now;
    private final PhoneBook phoneBook;
    private final Map<String, List<String>> names = Sheet.rows("names.csv").stream()
            .collect(toMap(
                    row -> row.get(0) + row.get(1), row -> List.of(row.get(2).split("\\|"))));
    private final Map<String, Integer> mailboxes = new HashMap<>();
    private final List<Customer> customers = new ArrayList<>();
    private final Visits visits;

    People(Dice dice, Instant now, Visits visits) {
        this.dice = dice;
        this.now = now;
        this.visits = visits;
        phoneBook = new PhoneBook(dice);
    }

    List<Customer> customers() {
        Sheet.rows("regulars.csv").forEach(this::regular);
        for (List<String> town : Sheet.rows("towns.csv")) {
            for (int i = Integer.parseInt(town.get(3)); i > 0; i--) {
                townsman(town);
            }
        }
        return List.copyOf(customers);
    }

    private void regular(List<String> row) {
        List<Phone> phones = new ArrayList<>();
        for (String e164 : row.get(7).split(" ")) {
            phoneBook.reserve(e164);
            phones.add(new Phone(e164, phones.isEmpty() ? "HOME" : "MOBILE"));
        }
        Address home = new Address("BILLING", row.get(3), row.get(4), row.get(5), row.get(6));
        int orders = Integer.parseInt(row.get(8));
        visits.regular(customers.size(), orders);
        add(row.get(0), row.get(1), null, row.get(2), phones, List.of(home), orders > 0);
    }

    private void townsman(List<String> town) {
        String country = town.get(0);
        String tongue = town.get(1);
        String last = name(tongue, "l");
        String first = name(tongue, dice.percent(60) ? "w" : "m");
        String company =
                dice.percent(12) ? last + (country.equals("DE") || country.equals("AT") ? " GmbH" : " & Co.") : null;
        List<Phone> phones = new ArrayList<>();
        phones.add(new Phone(phoneBook.landline(town.get(6)), company == null ? "HOME" : "WORK"));
        if (phoneBook.hasMobiles(country) && dice.percent(40)) {
            phones.add(new Phone(phoneBook.mobile(country), "MOBILE"));
        }
        List<Address> addresses = new ArrayList<>();
        addresses.add(address("BILLING", town));
        if (dice.percent(20)) {
            addresses.add(address("DELIVERY", town));
        }
        boolean buys = dice.percent(85);
        if (buys) {
            visits.nowAndThen(customers.size(), dice.between(1, 5) * dice.between(1, 3));
        }
        add(first, last, company, town.get(2), phones, addresses, buys);
    }

    private void add(
            String first,
            String last,
            @Nullable String company,
            String spoken,
            List<Phone> phones,
            List<Address> addresses,
            boolean buys) {
        String country = addresses.get(0).country();
        int age = buys ? Visits.DAYS + dice.between(1, 1500) : dice.between(1, 300);
        boolean account = company != null || dice.percent(15);
        Money limit = Money.of(String.valueOf(500 * dice.between(4, 10)), Territory.currency(country));
        customers.add(new Customer(
                first,
                last,
                company,
                email(first, last),
                spoken.equals("de") ? "de" : "en",
                country,
                account ? limit : null,
                now.minus(age, ChronoUnit.DAYS).minus(dice.between(0, 600), ChronoUnit.MINUTES),
                List.copyOf(phones),
                List.copyOf(addresses)));
    }

    private Address address(String kind, List<String> town) {
        String street = name(town.get(1), "s").replace("#", String.valueOf(dice.between(1, 98)));
        String code = town.get(4);
        // a digit that a code's form leaves open is never 0 where that would name no district
        String postal = code.replace('#', (char) ('0' + dice.between(1, 9)));
        return new Address(kind, street, postal, town.get(5), town.get(0));
    }

    private String name(String tongue, String kind) {
        return dice.pick(Objects.requireNonNull(names.get(tongue + kind), tongue));
    }

    private String email(String first, String last) {
        String box = (SearchText.of(first) + '.' + SearchText.of(last))
                .replace(" ", "")
                .toLowerCase(Locale.ROOT);
        int nth = mailboxes.merge(box, 1, Integer::sum);
        return box + (nth == 1 ? "" : nth) + "@example.org";
    }
}
