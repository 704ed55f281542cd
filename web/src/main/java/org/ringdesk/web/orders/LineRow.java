package org.ringdesk.web.orders;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderView;

/** A line with the quantity that is being typed. */
public class LineRow implements Serializable {
    private static final long serialVersionUID = 1L;

    private final OrderView.Line line;
    private @Nullable Integer quantity;

    LineRow(OrderView.Line line) {
        this.line = line;
        this.quantity = line.quantity();
    }

    public OrderView.Line getLine() {
        return line;
    }

    public @Nullable Integer getQuantity() {
        return quantity;
    }

    public void setQuantity(@Nullable Integer quantity) {
        this.quantity = quantity;
    }

    /** Something was typed that was not taken. */
    public boolean isUnsaved() {
        return quantity == null || quantity != line.quantity();
    }
}
