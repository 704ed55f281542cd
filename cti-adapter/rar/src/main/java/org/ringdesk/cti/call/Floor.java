package org.ringdesk.cti.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.wire.AmiMessage;

/** All channels, bridges and calls of one PBX as the messages so far had them. */
final class Floor {
    /** A PBX that holds more is not one we follow rightly. */
    static final int MOST_CHANNELS = 100_000;

    private static final int REMEMBERED_GONE = 10_000;

    private final PbxId pbx;
    private final Map<String, Channel> byUid = new LinkedHashMap<>();
    private final Map<String, Channel> byName = new HashMap<>();
    private final Map<String, Bridge> bridges = new HashMap<>();
    private final Map<String, Call> calls = new LinkedHashMap<>();
    private final Set<String> gone = remembering();
    private final Set<CallId> over = remembering();
    /** Calls that the message in hand touched. */
    private final Set<Call> touched = new LinkedHashSet<>();

    private long order;

    Floor(PbxId pbx) {
        this.pbx = pbx;
    }

    /** A set that forgets its oldest members when it grows. */
    private static <T> Set<T> remembering() {
        return Collections.newSetFromMap(new LinkedHashMap<>(256, 0.75f, false) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<T, Boolean> eldest) {
                return size() > REMEMBERED_GONE;
            }
        });
    }

    /** The channel a message names, as it knows it now; made when it is new; null when it names none or one that is gone. */
    @Nullable
    Channel channel(AmiMessage message, String prefix) {
        String uid = message.text(prefix + "uniqueid");
        String name = message.text(prefix + "channel");
        Channel channel = uid != null ? byUid.get(uid) : name == null ? null : byName.get(name);
        if (channel == null) {
            // only what shows a channel's state is said of one that lives
            boolean lives = message.has(prefix + "channelstate");
            if (uid == null || name == null || !lives || gone.contains(uid) || byUid.size() >= MOST_CHANNELS) {
                return null;
            }
            String linked = message.text(prefix + "linkedid", uid);
            channel = new Channel(uid, name, linked, callFor(linked, uid), order++);
            byUid.put(uid, channel);
            byName.put(name, channel);
            channel.call.channels.add(channel);
        }
        channel.learn(message, prefix);
        touched.add(channel.call);
        return channel;
    }

    Channel required(AmiMessage message, String prefix) throws Malformed {
        Channel channel = channel(message, prefix);
        if (channel == null) {
            throw new Malformed(message.name() + " names no channel that lives");
        }
        return channel;
    }

    @Nullable
    Channel known(@Nullable String uid) {
        return uid == null ? null : byUid.get(uid);
    }

    @Nullable
    Channel named(@Nullable String name) {
        return name == null ? null : byName.get(name);
    }

    /** Whether a message speaks of a channel whose hangup was seen. */
    boolean isGone(AmiMessage message, String prefix) {
        String uid = message.text(prefix + "uniqueid");
        return uid != null && isGone(uid);
    }

    boolean isGone(String uid) {
        return gone.contains(uid);
    }

    Bridge bridge(String id) {
        return bridges.computeIfAbsent(id, Bridge::new);
    }

    void enter(Channel channel, Bridge bridge) {
        if (channel.bridge == bridge) {
            return;
        }
        leave(channel);
        bridge.members.add(channel);
        channel.bridge = bridge;
        touched.add(channel.call);
    }

    void leave(Channel channel) {
        Bridge bridge = channel.bridge;
        if (bridge != null) {
            bridge.members.remove(channel);
            channel.bridge = null;
            bridge.members.forEach(other -> touched.add(other.call));
            if (bridge.members.isEmpty()) {
                bridges.remove(bridge.id);
            }
        }
    }

    void destroy(String bridgeId) {
        Bridge bridge = bridges.remove(bridgeId);
        if (bridge != null) {
            bridge.members.forEach(member -> member.bridge = null);
            bridge.members.clear();
        }
    }

    void remove(Channel channel) {
        channel.gone = true;
        leave(channel);
        gone.add(channel.uid);
        byUid.remove(channel.uid);
        byName.remove(channel.name, channel);
        channel.call.channels.remove(channel);
        touched.add(channel.call);
    }

    /** Remembers a channel of which only the end was heard. */
    void bury(String uid) {
        gone.add(uid);
    }

    void remove(Call call) {
        calls.values().removeIf(kept -> kept.now() == call);
        touched.remove(call);
    }

    private Call callFor(String linked, String uid) {
        Call call = calls.get(linked);
        if (call == null) {
            return newCall(linked);
        }
        return call.now().ended ? newCall(uid) : call.now();
    }

    private Call newCall(String first) {
        CallId id = CallId.of(pbx, first);
        // what is left of a call that ended is another call: nothing follows an end
        for (int life = 2; over.contains(id); life++) {
            id = CallId.of(pbx, first + '#' + life);
        }
        Call call = new Call(id, first, order++);
        calls.put(first, call);
        return call;
    }

    /** The call's end was told. */
    void ended(Call call) {
        call.ended = true;
        over.add(call.id);
    }

    /** Gives a channel that outlived its call one of its own. */
    void revive(Channel channel) {
        Call ended = channel.call;
        if (ended.ended && !channel.gone) {
            ended.channels.remove(channel);
            if (ended.channels.isEmpty()) {
                remove(ended);
            }
            channel.call = newCall(channel.uid);
            channel.call.channels.add(channel);
            touched.add(channel.call);
        }
    }

    /** Makes two calls one: the older lives on, but for one whose end was told. Returns the one that is gone, or null when they were one. */
    @Nullable
    Call merge(Call one, Call other) {
        if (one == other) {
            return null;
        }
        boolean older = one.order < other.order;
        Call lives = (one.ended == other.ended ? older : other.ended) ? one : other;
        Call goes = lives == one ? other : one;
        for (Channel channel : goes.channels) {
            channel.call = lives;
            lives.channels.add(channel);
        }
        goes.channels.clear();
        goes.mergedInto = lives;
        over.add(goes.id);
        lives.principal = lives.principal == null ? goes.principal : lives.principal;
        lives.wait = lives.wait == null ? goes.wait : lives.wait;
        lives.pending = lives.pending == null ? goes.pending : lives.pending;
        touched.remove(goes);
        touched.add(lives);
        return goes;
    }

    void touch(Channel channel) {
        touched.add(channel.call);
    }

    /** The calls touched since the last time. */
    List<Call> takeTouched() {
        List<Call> calls = new ArrayList<>(touched);
        touched.clear();
        return calls;
    }

    Set<String> uids() {
        return Set.copyOf(byUid.keySet());
    }

    Collection<Channel> channels() {
        return List.copyOf(byUid.values());
    }

    List<Call> calls() {
        return calls.values().stream().map(Call::now).distinct().toList();
    }

    boolean full() {
        return byUid.size() >= MOST_CHANNELS;
    }
}
