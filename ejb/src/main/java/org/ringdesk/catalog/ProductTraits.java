package org.ringdesk.catalog;

import java.io.Serializable;

/**
 * What an order line does not keep of its product.
 *
 * @param category its code
 * @param unit it is counted in
 * @param picture path below {@code /resources/pictures}
 */
public record ProductTraits(long id, String picture, String taxClass, String category, String unit)
        implements Serializable {}
