package org.ringdesk.pricing.domain;

import java.util.List;
import org.ringdesk.pricing.Priced;

/** What a discount gives, and for what. */
public sealed interface Offer permits PerPiece, MixAndMatch, Threshold {
    Discount.Taken on(Discount discount, List<Portion> open, Counts counts);

    Reduction.Kind kind();

    Priced.Rule rule();
}
