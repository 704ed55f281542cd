package org.ringdesk.testing;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJBAccessException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who calls, on this thread. */
public record Caller(String login, Set<String> roles) {
    private static final ThreadLocal<@Nullable Caller> CURRENT = new ThreadLocal<>();

    public static Caller as(String login, String... roles) {
        return new Caller(login, Set.of(roles));
    }

    public <T> T call(Supplier<T> work) {
        Caller before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            CURRENT.set(before);
        }
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    static Caller current() {
        Caller caller = CURRENT.get();
        if (caller == null) {
            throw new IllegalStateException("Nobody calls");
        }
        return caller;
    }

    static void mayCall(Class<?> bean, Method method) {
        if (bean.isAnnotationPresent(PermitAll.class) && bean.isAnnotationPresent(RunAs.class)) {
            return;
        }
        RolesAllowed allowed = method.isAnnotationPresent(RolesAllowed.class)
                ? method.getAnnotation(RolesAllowed.class)
                : bean.getAnnotation(RolesAllowed.class);
        if (allowed == null || Arrays.stream(allowed.value()).noneMatch(current().roles::contains)) {
            throw new EJBAccessException(current() + " may not " + method);
        }
    }
}
