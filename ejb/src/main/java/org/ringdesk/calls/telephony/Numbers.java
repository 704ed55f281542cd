package org.ringdesk.calls.telephony;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.Channels;
import org.ringdesk.administration.DialledNumberView;
import org.ringdesk.shared.PhoneNumber;

/** Reads numbers as trunks deliver them: with a plus, without one, or national. */
@ApplicationScoped
public class Numbers {
    @Inject
    private Channels channels;

    /** The dialled number, if it is one of ours in any of the forms. */
    public Optional<DialledNumberView> dialled(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Stream<Optional<PhoneNumber>> readings = Stream.concat(
                Stream.of(PhoneNumber.read(text, "ZZ"), PhoneNumber.read("+" + text, "ZZ")),
                channels.all().stream().map(c -> PhoneNumber.read(text, c.country())));
        return readings.flatMap(Optional::stream)
                .map(channels::dialled)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The other side's number; {@code country} is where the dialled number is, whose national form may be used. */
    public Optional<PhoneNumber> party(@Nullable String text, @Nullable String country) {
        return text == null ? Optional.empty() : PhoneNumber.read(text, country == null ? "ZZ" : country);
    }
}
