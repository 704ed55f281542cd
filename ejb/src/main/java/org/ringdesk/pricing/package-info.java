/** What it costs: from product, channel and quantity to amounts, charges and tax, each with the rule that gave it. Pure calculation over what catalog and administration say. */
@NullMarked
package org.ringdesk.pricing;

import org.jspecify.annotations.NullMarked;
