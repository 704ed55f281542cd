package org.ringdesk.demo.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.demo.domain.Company.Channel;
import org.ringdesk.demo.domain.Company.Code;
import org.ringdesk.demo.domain.Company.Hotline;
import org.ringdesk.demo.domain.Company.Person;
import org.ringdesk.demo.domain.Company.Place;
import org.ringdesk.demo.domain.Company.Queue;
import org.ringdesk.demo.domain.Company.TaxRate;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Role;

/** What the company begins with: its two channels, the numbers it is called on, its people and the taxes it pays. */
final class Founding {
    static final List<Channel> CHANNELS = List.of(
            new Channel(
                    "DE",
                    "Nordlicht Versand",
                    "Nordlicht Versand GmbH",
                    "DE",
                    "DE",
                    "EUR",
                    "Europe/Berlin",
                    "de",
                    List.of("CARD", "CHECK", "ACCOUNT", "GIFT_CARD", "PREPAYMENT"),
                    Money.of("5.95", "EUR"),
                    Money.of("75.00", "EUR")),
            new Channel(
                    "UK",
                    "Harbour & Hearth",
                    "Harbour & Hearth Ltd",
                    "UK",
                    "GB",
                    "GBP",
                    "Europe/London",
                    "en",
                    List.of("CARD", "CHECK", "ACCOUNT", "GIFT_CARD", "PREPAYMENT"),
                    Money.of("4.95", "GBP"),
                    Money.of("60.00", "GBP")));

    static final List<Hotline> HOTLINES = List.of(
            new Hotline("+493023125100", "DE", "Spring catalogue hotline", "orders-de"),
            new Hotline("+493023125200", "DE", "Service hotline", "service-de"),
            new Hotline("+442079460100", "UK", "Harbour & Hearth orders", "orders-uk"));

    static final List<Queue> QUEUES = List.of(
            new Queue("orders-de", "Bestellungen", "OPTIONAL", 30, 2, 30, false),
            new Queue("service-de", "Service", "OPTIONAL", 60, 2, 30, false),
            new Queue("orders-uk", "Orders", "OPTIONAL", 30, 2, 30, false));

    static final List<Code> CODES = List.of(
            new Code("DE", "ORDER", "Bestellung aufgenommen"),
            new Code("DE", "QUESTION", "Auskunft gegeben"),
            new Code("DE", "COMPLAINT", "Beschwerde"),
            new Code("DE", "CALLBACK", "Rückruf versprochen"),
            new Code("DE", "WRONG", "Falsch verbunden"),
            new Code("UK", "ORDER", "Order taken"),
            new Code("UK", "QUESTION", "Question answered"),
            new Code("UK", "COMPLAINT", "Complaint"),
            new Code("UK", "CALLBACK", "Call-back promised"),
            new Code("UK", "WRONG", "Wrong number"));

    /** Agents who may say that two customers are one, charge by hand, clear any hold, give money back and go through work queues. */
    private static final Set<String> SENIOR = Set.of("miriam.vogel", "niamh.byrne");

    private static final List<String> SENIOR_RIGHTS =
            List.of(Role.MERGING, Role.CHARGING, Role.HOLDS, Role.REFUNDS, Role.WORK_QUEUES);

    static final List<Person> STAFF = List.of(
            agent("anna.schmidt", "Anna Schmidt", "de", 1001, List.of("DE"), in("orders-de", 0), in("service-de", 5)),
            agent("lukas.weber", "Lukas Weber", "de", 1002, List.of("DE"), in("orders-de", 0), in("service-de", 0)),
            agent(
                    "miriam.vogel",
                    "Miriam Vogel",
                    "de",
                    1003,
                    List.of("DE", "UK"),
                    in("service-de", 0),
                    in("orders-de", 5),
                    in("orders-uk", 10)),
            agent("emily.clarke", "Emily Clarke", "en", 1004, List.of("UK"), in("orders-uk", 0)),
            agent("oliver.hughes", "Oliver Hughes", "en", 1005, List.of("UK"), in("orders-uk", 0)),
            agent(
                    "niamh.byrne",
                    "Niamh Byrne",
                    "en",
                    1006,
                    List.of("DE", "UK"),
                    in("orders-uk", 5),
                    in("orders-de", 10)),
            person("petra.lindner", "Petra Lindner", "de", "PJSIP/1101", Role.SUPERVISOR),
            person("graham.wells", "Graham Wells", "en", "PJSIP/1102", Role.SUPERVISOR),
            person("katrin.brandt", "Katrin Brandt", "de", null, Role.ADMIN));

    private Founding() {}

    static List<TaxRate> taxes() {
        return Sheet.rows("taxes.csv").stream()
                .flatMap(row -> Stream.of(
                        new TaxRate(row.get(0), "STANDARD", new BigDecimal(row.get(1))),
                        new TaxRate(row.get(0), "REDUCED", new BigDecimal(row.get(2)))))
                .toList();
    }

    private static Person agent(
            String login, String name, String language, int extension, List<String> channels, Place... queues) {
        List<String> rights = SENIOR.contains(login) ? SENIOR_RIGHTS : List.of();
        return new Person(login, name, language, "PJSIP/" + extension, Role.AGENT, rights, channels, List.of(queues));
    }

    private static Person person(String login, String name, String language, @Nullable String endpoint, String role) {
        return new Person(login, name, language, endpoint, role, List.of(), List.of("DE", "UK"), List.of());
    }

    private static Place in(String queue, int penalty) {
        return new Place(queue, penalty);
    }
}
