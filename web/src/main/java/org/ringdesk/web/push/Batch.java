package org.ringdesk.web.push;

import java.io.Serializable;
import java.util.List;
import org.wildfly.clustering.server.dispatcher.Command;

/**
 * What one server tells the others at a time, in order.
 *
 * @param gap whether something before it did not reach all of them
 */
record Batch(boolean gap, List<Told> postings) implements Command<Boolean, Pages, RuntimeException>, Serializable {
    @Override
    public Boolean execute(Pages pages) {
        if (gap) {
            pages.reread();
        }
        postings.forEach(pages::take);
        return true;
    }
}
