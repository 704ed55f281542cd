package org.ringdesk.customers;

/**
 * Two customers are one from now on, or two again. Told inside the transaction: who keeps something of the merged one gives it
 * to the one that is kept, remembers what it was under the merge's number, and gives exactly that back when it is undone.
 *
 * @param undone whether they are two again
 */
public record CustomersMerged(
        long merge, boolean undone, long keptId, CustomerNumber kept, long mergedId, CustomerNumber merged) {}
