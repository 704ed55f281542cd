/** What is sold: products, categories, stock. Knows no prices of an order and no customer. */
@NullMarked
package org.ringdesk.catalog;

import org.jspecify.annotations.NullMarked;
