package org.ringdesk.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final List<String> sent = new ArrayList<>();
    private final Queue<SendHandler> onTheWay = new ArrayDeque<>();
    private final List<CloseReason> closed = new ArrayList<>();
    private final Outbox outbox = new Outbox(session(), Runnable::run, Pages.Kind.DESK);

    @Test
    void framesGoOneAtATimeAndInOrder() {
        outbox.offer("1");
        outbox.offer("2");
        outbox.offer("3");
        assertThat(sent).containsExactly("1");
        arrive();
        assertThat(sent).containsExactly("1", "2");
        arrive();
        arrive();
        outbox.offer("4");
        assertThat(sent).containsExactly("1", "2", "3", "4");
    }

    @Test
    void aBrowserThatFallsTooFarBehindIsLetGo() {
        for (int i = 0; i <= Outbox.ROOM; i++) {
            outbox.offer("frame " + i);
        }
        assertThat(closed).isEmpty();
        outbox.offer("one too many");
        outbox.offer("and more");
        assertThat(closed)
                .extracting(CloseReason::getCloseCode)
                .containsExactly(CloseReason.CloseCodes.TRY_AGAIN_LATER);
        arrive();
        assertThat(sent).containsExactly("frame 0");
    }

    @Test
    void aBrowserThatCannotBeReachedIsLetGo() {
        outbox.offer("1");
        outbox.offer("2");
        onTheWay.remove().onResult(new SendResult(new IllegalStateException("gone")));
        assertThat(closed).hasSize(1);
        assertThat(sent).containsExactly("1");
    }

    private void arrive() {
        onTheWay.remove().onResult(new SendResult());
    }

    private Session session() {
        RemoteEndpoint.Async remote = stub(RemoteEndpoint.Async.class, (proxy, method, args) -> {
            sent.add((String) args[0]);
            onTheWay.add((SendHandler) args[1]);
            return null;
        });
        return stub(Session.class, (proxy, method, args) -> {
            if (method.getName().equals("close")) {
                closed.add((CloseReason) args[0]);
                return null;
            }
            return remote;
        });
    }

    private static <T> T stub(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(OutboxTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
