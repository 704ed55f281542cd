package org.ringdesk.mail.domain;

import java.util.List;

/** A part of a letter, in the reader's words already, and not yet in the shape of a text or a page. */
sealed interface Block {
    record Words(String text) implements Block {}

    /** What was ordered or sent. */
    record Goods(List<Item> items) implements Block {}

    /** @param amount empty where none is told */
    record Item(String name, String note, String amount) {}

    record Sums(List<Sum> sums) implements Block {}

    record Sum(String label, String amount, boolean total) {}

    record Facts(String title, List<String> lines) implements Block {}
}
