package org.ringdesk.orders;

import java.io.Serializable;
import java.util.List;

/**
 * An order with what it took over from another.
 *
 * @param notSold the names of products of the other order that are no longer sold
 */
public record CopiedOrder(OrderView order, List<String> notSold) implements Serializable {}
