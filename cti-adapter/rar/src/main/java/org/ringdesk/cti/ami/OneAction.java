package org.ringdesk.cti.ami;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.util.ReflectionUtil;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CtiException;

/** The last gate before the wire: a line end in a field would begin a header, or an action, of somebody else's making. */
final class OneAction {
    private OneAction() {}

    /** Refuses an action one of whose fields holds a control character. */
    static void check(ManagerAction action) {
        for (Method getter : ReflectionUtil.getGetters(action.getClass()).values()) {
            try {
                check(getter.getName(), getter.invoke(action));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("Cannot read " + getter, e);
            }
        }
    }

    private static void check(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                check(name, key);
                check(name, inner);
            });
        } else if (value instanceof String text && text.chars().anyMatch(Character::isISOControl)) {
            throw new CtiException(CtiException.Kind.INVALID, "A control character in " + name);
        }
    }

    /** Refuses text that is not exactly one action. */
    static void check(String text) {
        boolean one = text.startsWith("action: ")
                && text.endsWith("\r\n\r\n")
                && text.indexOf("\r\n\r\n") == text.length() - 4;
        for (String line : text.split("\r\n", -1)) {
            one &= line.isEmpty() || (line.indexOf(':') > 0 && line.chars().noneMatch(Character::isISOControl));
        }
        if (!one || text.indexOf("\r\naction:") >= 0) {
            throw new CtiException(CtiException.Kind.INVALID, "Not one action");
        }
    }
}
