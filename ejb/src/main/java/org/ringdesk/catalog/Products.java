package org.ringdesk.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.util.List;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.shared.Role;

/** Finds what can be sold in a channel. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN})
public class Products {

    /**
     * By part of number, name or barcode; every word must occur; products whose number or name begins with the words first.
     *
     * @param language {@code de} or {@code en}
     */
    public List<ProductView> search(ChannelView channel, String words, String language, int limit) {
        throw new UnsupportedOperationException();
    }

    /** @throws org.ringdesk.shared.Refusal {@code product.unknown} when it is not sold in the channel */
    public ProductView get(ChannelView channel, ProductNumber number, String language) {
        throw new UnsupportedOperationException();
    }
}
