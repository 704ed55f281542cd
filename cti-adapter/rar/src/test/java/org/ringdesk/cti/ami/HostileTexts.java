package org.ringdesk.cti.ami;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Texts that somebody might send us in the hope of more than the field is for. */
final class HostileTexts {
    private static final List<String> FRAGMENTS = List.of(
            // ends of lines, those of Unicode too, and what an encoder might make one of
            "\r\n",
            "\n",
            "\r",
            "\n\r",
            "\r\n\r\n",
            "\u0085",
            "\u2028",
            "\u2029",
            "\u000b",
            "\f",
            "\u0000",
            "\u001e",
            "\u007f",
            "\u010a\u010d",
            "\\r\\n",
            "%0d%0a",
            // headers and actions
            ": ",
            "\r\nVariable: X=1",
            "\r\nApplication: System\r\nData: id",
            "\r\n\r\nAction: Command\r\nCommand: core stop now\r\n\r\n",
            "Action: Originate",
            "ActionID: 1",
            // dialplan
            "Local/s@default",
            "Local/1001@from-trunk/n",
            "System(id)",
            "${SHELL(id)}",
            "$[1+1]",
            "&PJSIP/1002",
            ",1,Dial",
            ",",
            "|",
            "&",
            ";",
            ";1",
            "=",
            "(",
            ")",
            "@trunk",
            "/",
            "..",
            "*",
            "#",
            // other texts
            "'",
            "\"",
            "`",
            "<",
            ">",
            "\\",
            " ",
            "\t",
            "\u00a0",
            "\u200b",
            "\u202e",
            "\ufeff",
            "\ud800",
            "\uff11\uff12",
            "\u0661",
            "\ud83d\ude00",
            "+",
            "-",
            "0");

    private HostileTexts() {}

    /** Variations of a text that is allowed: with something put into it, made too long, or something else altogether. */
    static Arbitrary<String> around(String allowed) {
        Arbitrary<String> fragment = Arbitraries.of(FRAGMENTS);
        Arbitrary<String> inserted = Combinators.combine(
                        fragment, Arbitraries.integers().between(0, allowed.length()))
                .as((what, at) -> allowed.substring(0, at) + what + allowed.substring(at));
        return Arbitraries.frequencyOf(
                Tuple.of(8, inserted),
                Tuple.of(1, fragment),
                Tuple.of(2, Combinators.combine(fragment, fragment).as(String::concat)),
                Tuple.of(1, Arbitraries.integers().between(2, 3000).map(allowed::repeat)),
                Tuple.of(1, Arbitraries.strings().all().ofMaxLength(60)),
                Tuple.of(1, Arbitraries.strings().ascii().ofMaxLength(200)),
                Tuple.of(2, Arbitraries.just(allowed)));
    }
}
