package org.ringdesk.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringdesk.administration.ChangeLog;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.Channels;
import org.ringdesk.administration.RuleChange;
import org.ringdesk.mail.domain.LetterWriter;
import org.ringdesk.mail.domain.MailMessage;
import org.ringdesk.mail.domain.MailProfile;
import org.ringdesk.mail.domain.Sample;
import org.ringdesk.mail.domain.Written;
import org.ringdesk.mail.gateway.MailServer;
import org.ringdesk.mail.store.Mails;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** How channels write to their customers, and what waits or failed. Every change of a profile is written down. */
@Stateless
@RolesAllowed(Role.ADMIN)
public class MailDesk {
    private static final String LOG_KIND = "MAIL";
    private static final int LIST = 200;

    @Inject
    private Mails mails;

    @Inject
    private Channels channels;

    @Inject
    private ChangeLog log;

    @Inject
    private MailServer server;

    @Inject
    private Clock clock;

    public boolean isServerThere() {
        return server.isThere();
    }

    /** Of every channel; one that has none yet writes nothing. */
    public List<MailProfileView> profiles() {
        return channels.all().stream().map(this::profile).toList();
    }

    private MailProfileView profile(ChannelView channel) {
        MailProfile profile = mails.profile(channel.id());
        return profile == null
                ? new MailProfileView(
                        channel, channel.name(), "", "", EnumSet.allOf(MailKind.class), List.of(channel.language()), 0)
                : profile.view(channel);
    }

    /**
     * What it says counts from the next mail that is written; senders also for those that wait.
     *
     * @param answers where answers go, or empty
     * @param kinds none: the channel writes nothing
     * @param languages the first is for those who read none of them
     * @param version as it was read
     * @throws Refusal {@code channel.unknown}; about a field, which it names: {@code mail.sender.name}, {@code mail.address.invalid},
     *     {@code mail.languages.missing}; {@code rules.changed} when somebody else saved meanwhile
     */
    public MailProfileView save(
            ChannelCode code,
            String name,
            String address,
            String answers,
            Collection<MailKind> kinds,
            List<String> languages,
            long version) {
        ChannelView channel = channels.get(code);
        MailProfile.check(name, address, answers, languages);
        MailProfile known = mails.profile(channel.id());
        Map<String, String> before = known == null ? Map.of() : known.facts();
        if ((known == null ? 0 : known.version()) != version) {
            throw new Refusal("rules.changed");
        }
        MailProfile profile = known == null ? mails.add(new MailProfile(channel.id())) : known;
        try {
            mails.rewrite(profile, () -> profile.set(name, address, answers, Set.copyOf(kinds), languages));
        } catch (OptimisticLockException e) {
            throw new Refusal("rules.changed");
        }
        log.note(LOG_KIND, code.value(), before, profile.facts());
        return profile.view(channel);
    }

    /** The latest first. */
    public List<RuleChange> history(ChannelCode code) {
        return log.of(LOG_KIND, code.value());
    }

    /** What the channel would write about an order that is made up. @throws Refusal {@code channel.unknown} */
    public MailPreview preview(ChannelCode code, MailKind kind, String language) {
        String spoken = MailProfile.LANGUAGES.contains(language) ? language : MailProfile.LANGUAGES.get(0);
        ChannelView channel = channels.get(code);
        LocalDate today = LocalDate.ofInstant(clock.instant(), channel.zone());
        Written words = LetterWriter.write(new Sample(channel, clock.instant(), today).of(kind), spoken);
        return new MailPreview(kind, spoken, words.subject(), words.plain(), words.html());
    }

    /** How many there are in each state. */
    public Map<MailState, Long> counts() {
        return mails.counts();
    }

    /** The latest first, 200 at most. */
    public List<MailView> list(MailState state, int most) {
        return mails.in(state, Math.min(Math.max(most, 1), LIST));
    }

    /** Tries it now, to the address that the customer has by now. @throws Refusal {@code mail.unknown} */
    public void tryAgain(long mail) {
        MailMessage message = mails.locked(mail);
        message.again(clock.instant());
    }
}
