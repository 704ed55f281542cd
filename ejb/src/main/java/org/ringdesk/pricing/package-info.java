/** What it costs: from product, channel and quantity to amounts, charges and tax, each with the rule that gave it. The calculation itself is plain Java in its back room. */
@NullMarked
package org.ringdesk.pricing;

import org.jspecify.annotations.NullMarked;
