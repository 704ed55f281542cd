package org.ringdesk.testing;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.Ability;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.CtiConnection;
import org.ringdesk.cti.CtiConnectionFactory;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.PbxId;

/** Two PBXs that take every command, or say no, and remember what they were told. */
public final class TestPhones {
    /** The first. */
    public static final PbxId PBX = new PbxId("main");

    public static final PbxId OTHER = new PbxId("berlin");

    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile CtiException.@Nullable Kind answer;
    private volatile Set<Ability> able = Set.of(Ability.values());

    /** Each as the method and its arguments, what the other PBX was told with its name before it. */
    public List<String> told() {
        return told;
    }

    public void answersWith(CtiException.Kind kind) {
        answer = kind;
    }

    public void can(Ability... abilities) {
        able = Set.of(abilities);
    }

    /** Takes everything again, and has been told nothing. */
    public TestPhones anew() {
        told.clear();
        answer = null;
        able = Set.of(Ability.values());
        return this;
    }

    CtiConnectionFactory factory() {
        return (CtiConnectionFactory) Proxy.newProxyInstance(
                CtiConnectionFactory.class.getClassLoader(),
                new Class<?>[] {CtiConnectionFactory.class},
                (proxy, method, args) -> connection(args == null ? PBX : (PbxId) args[0]));
    }

    private CtiConnection connection(PbxId pbx) {
        if (!List.of(PBX, OTHER).contains(pbx)) {
            throw new CtiException(CtiException.Kind.UNAVAILABLE, "No " + pbx);
        }
        return (CtiConnection) Proxy.newProxyInstance(
                CtiConnection.class.getClassLoader(), new Class<?>[] {CtiConnection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    if (method.getName().equals("abilities")) {
                        return able;
                    }
                    if (method.getName().equals("pbx")) {
                        return pbx;
                    }
                    told.add((pbx.equals(PBX) ? "" : pbx + ": ") + method.getName() + ' ' + List.of(presentable(args)));
                    if (answer != null) {
                        throw new CtiException(answer, "Not now");
                    }
                    return method.getReturnType() == CallId.class ? new CallId(UUID.randomUUID()) : null;
                });
    }

    private static Object[] presentable(Object @Nullable [] args) {
        return args == null
                ? new Object[0]
                : Arrays.stream(args).map(String::valueOf).toArray();
    }
}
