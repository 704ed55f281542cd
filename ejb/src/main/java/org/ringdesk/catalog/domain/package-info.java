/** Products, categories and list prices as they are kept. */
@NullMarked
package org.ringdesk.catalog.domain;

import org.jspecify.annotations.NullMarked;
