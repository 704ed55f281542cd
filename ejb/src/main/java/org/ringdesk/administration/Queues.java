package org.ringdesk.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.domain.ChannelRule;
import org.ringdesk.administration.domain.CodeList;
import org.ringdesk.administration.domain.QueueRule;
import org.ringdesk.administration.domain.TelephonyRule;
import org.ringdesk.administration.store.Directory;
import org.ringdesk.administration.store.Rules;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** The queues and what they ask of their agents; read anew each time, for another server may have changed them. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.TELEPHONY, Role.SYSTEM})
public class Queues {
    private static final int LONGEST_NAME = 80;

    @Inject
    private Directory directory;

    @Inject
    private Rules rules;

    /** Every queue that a dialled number leads to, a user is a member of, or has rules; in order of their names on the PBX. */
    public List<QueueView> all() {
        return rules.queues(directory.queues());
    }

    /** A queue without rules of its own has no after-call work. */
    public QueueView get(String queue) {
        return rules.queue(queue).map(QueueRule::view).orElseGet(() -> Rules.without(queue));
    }

    /** What comes after a call of the queue. One statement. */
    public AfterCallRule afterCall(String queue) {
        return rules.queue(queue).map(QueueRule::afterCall).orElse(AfterCallRule.NONE);
    }

    /** The names that the PBX knows. Needs no statement. */
    public List<String> names() {
        return directory.queues();
    }

    /** What an agent chooses from after a call: the queue's codes, or those of the channel when it has none. */
    public List<WrapUpCode> codes(String queue, @Nullable ChannelCode channel) {
        List<WrapUpCode> own = get(queue).codes();
        return own.isEmpty() && channel != null ? codesOf(channel).codes() : own;
    }

    public ChannelCodes codesOf(ChannelCode channel) {
        return rules.channel(channel).map(ChannelRule::view).orElseGet(() -> new ChannelCodes(channel, List.of(), 0));
    }

    public TelephonyRules telephony() {
        return rules.telephony().view();
    }

    /**
     * @param codes as lines of a code, a space and a label
     * @param version as it was read
     * @throws Refusal {@code queue.unknown}, {@code queue.name.missing}, {@code queue.codes.invalid} with the number of the line,
     *     {@code queue.codes.missing} where a code is required and there is none, {@code rules.changed} when somebody else saved
     *     meanwhile
     */
    @RolesAllowed(Role.ADMIN)
    public QueueView save(String queue, String name, AfterCallRule afterCall, String codes, long version) {
        if (!directory.queues().contains(queue)) {
            throw new Refusal("queue.unknown", queue);
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new Refusal("queue.name.missing", LONGEST_NAME);
        }
        QueueRule rule = rules.queue(queue).orElseGet(() -> rules.add(new QueueRule(queue)));
        same(rule.version(), version);
        List<WrapUpCode> list = CodeList.read(codes);
        if (afterCall.codeRequired() && list.isEmpty() && codesOfChannels(queue).isEmpty()) {
            throw new Refusal("queue.codes.missing");
        }
        rules.rewrite(rule::forgetCodes, () -> rule.set(name.strip(), afterCall, list));
        rules.save(rule);
        return rule.view();
    }

    /** @throws Refusal as {@link #save} */
    @RolesAllowed(Role.ADMIN)
    public ChannelCodes save(ChannelCode channel, String codes, long version) {
        if (directory.channels().stream().noneMatch(c -> c.code().equals(channel))) {
            throw new Refusal("channel.unknown", channel.value());
        }
        ChannelRule rule = rules.channel(channel).orElseGet(() -> rules.add(new ChannelRule(channel)));
        same(rule.version(), version);
        List<WrapUpCode> list = CodeList.read(codes);
        rules.rewrite(rule::forgetCodes, () -> rule.set(list));
        rules.save(rule);
        return rule.view();
    }

    /** @throws Refusal {@code telephony.grace.range}, {@code rules.changed} */
    @RolesAllowed(Role.ADMIN)
    public TelephonyRules save(Duration grace, MissedCallRule missedCall, long version) {
        if (grace.compareTo(TelephonyRules.SHORTEST_GRACE) < 0 || grace.compareTo(TelephonyRules.LONGEST_GRACE) > 0) {
            throw new Refusal(
                    "telephony.grace.range",
                    TelephonyRules.SHORTEST_GRACE.toSeconds(),
                    TelephonyRules.LONGEST_GRACE.toSeconds());
        }
        TelephonyRule rule = rules.telephony();
        same(rule.view().version(), version);
        rule.set(grace, missedCall);
        rules.save(rule);
        return rule.view();
    }

    private List<WrapUpCode> codesOfChannels(String queue) {
        return directory.channelsOf(queue).stream()
                .flatMap(channel -> codesOf(channel).codes().stream())
                .toList();
    }

    private static void same(long now, long asRead) {
        if (now != asRead) {
            throw new Refusal("rules.changed");
        }
    }
}
