/** The steps of the calculation: each takes the price as the steps before left it and gives a new one. */
@NullMarked
package org.ringdesk.pricing.domain;

import org.jspecify.annotations.NullMarked;
