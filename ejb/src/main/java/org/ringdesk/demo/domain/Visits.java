package org.ringdesk.demo.domain;

import java.util.ArrayList;
import java.util.List;

/** Who ordered when: regulars evenly over the whole time, the others by chance and lately a little more. */
final class Visits {
    /** Eighteen months. */
    static final int DAYS = 548;

    private final Dice dice;
    private final List<Visit> regulars = new ArrayList<>();
    private final List<Integer> raffle = new ArrayList<>();

    /** @param customer place in the company's list */
    record Visit(int customer, int daysAgo) {}

    Visits(Dice dice) {
        this.dice = dice;
    }

    void regular(int customer, int times) {
        int step = (DAYS - 10) / Math.max(times, 1);
        for (int i = 0; i < times; i++) {
            regulars.add(new Visit(customer, 2 + i * step + dice.between(0, 7)));
        }
    }

    /** @param tickets how often the customer is in the draw */
    void nowAndThen(int customer, int tickets) {
        for (int i = 0; i < tickets; i++) {
            raffle.add(customer);
        }
    }

    List<Visit> draw(int total) {
        List<Visit> all = new ArrayList<>(regulars);
        while (all.size() < total) {
            int daysAgo = dice.percent(20) ? dice.between(1, 60) : dice.between(1, DAYS);
            all.add(new Visit(dice.pick(raffle), daysAgo));
        }
        return all;
    }
}
