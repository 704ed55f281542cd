package org.ringdesk.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.domain.Claim;
import org.ringdesk.catalog.domain.ProductStock;
import org.ringdesk.catalog.store.Warehouse;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * What is there, and for whom. A holder, such as an order, claims pieces until they leave or are no longer wanted; of a product that
 * may not be backordered nobody claims what is not there. The rows of the products are locked in the order of their ids until the
 * caller's transaction ends; a holder's own claims are for the caller to guard, who has it locked.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.SYSTEM, Role.FULFILMENT})
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Stock {
    @Inject
    private Warehouse warehouse;

    /**
     * Pieces of a product.
     *
     * @param name of the product for who is refused
     * @param days working days from the shelf to the customer
     */
    public record Need(String name, int pieces, int days) {
        public Need and(Need more) {
            return new Need(name, pieces + more.pieces, Math.max(days, more.days));
        }
    }

    /** What the holder has claimed, by product id; one statement. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Map<Long, Integer> claims(long holder) {
        Map<Long, Integer> pieces = new HashMap<>();
        warehouse.claims(holder).forEach((product, claim) -> pieces.put(product, claim.pieces()));
        return pieces;
    }

    /**
     * Claims this and nothing else: what was claimed before and is not needed is free again.
     *
     * @param needs by product id; refused is the first of them that cannot be
     * @return what there was for the holder when it claimed, by product id
     * @throws Refusal {@code stock.short} with the product's name, how many there are, how many were wanted, and when they would be
     *     there; {@code stock.gone} with the first three when nobody knows that
     */
    public Map<Long, Availability> claim(long holder, LocalDate today, Map<Long, Need> needs) {
        Map<Long, Claim> claims = warehouse.claims(holder);
        Map<Long, ProductStock> rows = locked(claims.keySet(), needs.keySet());
        Map<Long, Availability> known = warehouse.availability(needs.keySet());
        Map<Long, Availability> before = new HashMap<>();
        needs.forEach((product, need) -> {
            int held =
                    Optional.ofNullable(claims.get(product)).map(Claim::pieces).orElse(0);
            Availability now = known.getOrDefault(product, Availability.NONE)
                    .now(Objects.requireNonNull(rows.get(product)).available() + held);
            if (need.pieces() > held && !now.allows(need.pieces())) {
                throw tooFew(need, now, today);
            }
            before.put(product, now);
        });
        rows.forEach((product, row) -> {
            Need need = needs.get(product);
            put(holder, product, row, claims.get(product), need == null ? 0 : need.pieces());
        });
        return before;
    }

    private Map<Long, ProductStock> locked(Collection<Long> some, Collection<Long> others) {
        TreeSet<Long> ids = new TreeSet<>(some);
        ids.addAll(others);
        return warehouse.locked(ids);
    }

    private static Refusal tooFew(Need need, Availability now, LocalDate today) {
        int left = Math.max(0, now.available());
        return now.promise(need.pieces(), today, need.days())
                .map(day -> new Refusal("stock.short", need.name(), left, need.pieces(), day))
                .orElseGet(() -> new Refusal("stock.gone", need.name(), left, need.pieces()));
    }

    /** Nothing is claimed any more. */
    public void free(long holder) {
        claimAtMost(holder, Map.of());
    }

    /** Of what is claimed no more than this is, by product id; the rest is free. */
    public void claimAtMost(long holder, Map<Long, Integer> pieces) {
        Map<Long, Claim> claims = new HashMap<>(warehouse.claims(holder));
        claims.values().removeIf(c -> c.pieces() <= pieces.getOrDefault(c.product(), 0));
        warehouse
                .locked(claims.keySet())
                .forEach((product, row) ->
                        put(holder, product, row, claims.get(product), pieces.getOrDefault(product, 0)));
    }

    /** Pieces leave, and with them their claims. @param pieces by product id */
    public void ship(long holder, Map<Long, Integer> pieces) {
        Map<Long, Claim> claims = warehouse.claims(holder);
        warehouse.locked(pieces.keySet()).forEach((product, row) -> {
            Claim claim = claims.get(product);
            int leaving = pieces.getOrDefault(product, 0);
            int held = claim == null ? 0 : claim.pieces();
            row.leave(leaving);
            put(holder, product, row, claim, Math.max(0, held - leaving));
        });
    }

    private void put(long holder, long product, ProductStock row, @Nullable Claim claim, int pieces) {
        int held = claim == null ? 0 : claim.pieces();
        if (pieces == held) {
            return;
        }
        row.reserve(pieces - held);
        if (claim == null) {
            warehouse.add(new Claim(holder, product, pieces));
        } else if (pieces == 0) {
            warehouse.remove(claim);
        } else {
            claim.pieces(pieces);
        }
    }
}
