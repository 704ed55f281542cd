package org.ringdesk.web.orders;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderView;

/** A line with the quantity that is being typed, with or without a unit. */
public class LineRow implements Serializable {
    private static final long serialVersionUID = 1L;

    private final OrderView.Line line;
    private @Nullable String quantity;

    LineRow(OrderView.Line line) {
        this.line = line;
        this.quantity = Integer.toString(line.quantity());
    }

    public OrderView.Line getLine() {
        return line;
    }

    public @Nullable String getQuantity() {
        return quantity;
    }

    public void setQuantity(@Nullable String quantity) {
        this.quantity = quantity;
    }

    /** Something was typed that was not taken. */
    public boolean isUnsaved() {
        return !Integer.toString(line.quantity()).equals(quantity);
    }
}
