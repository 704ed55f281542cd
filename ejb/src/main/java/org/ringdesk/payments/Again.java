package org.ringdesk.payments;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import java.util.function.Supplier;

/** Takes a step that is harmless when taken again a second time if the database did not let it through the first time. */
final class Again {
    private Again() {}

    static <T> T once(Supplier<T> step) {
        try {
            return step.get();
        } catch (EJBAccessException e) {
            throw e;
        } catch (EJBException e) {
            return step.get();
        }
    }

    static void once(Runnable step) {
        once(() -> {
            step.run();
            return true;
        });
    }
}
