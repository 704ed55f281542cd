package org.ringdesk.mail.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.mail.MailKind;
import org.ringdesk.mail.MailProfileView;
import org.ringdesk.shared.Refusal;

/** As whom a channel writes, about what, and in which languages. */
@Entity
@Table(name = "mail_profile")
public class MailProfile {
    public static final List<String> LANGUAGES = List.of("de", "en");
    private static final int LONGEST_NAME = 80;

    @Id
    @Column(name = "channel_id")
    private long channelId;

    @Column(name = "sender_name")
    private String senderName;

    @Column(name = "sender_address")
    private String senderAddress;

    @Column(name = "reply_to")
    private @Nullable String replyTo;

    @ElementCollection
    @CollectionTable(name = "mail_profile_kind", joinColumns = @JoinColumn(name = "channel_id"))
    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    private Set<MailKind> kinds = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "mail_profile_language", joinColumns = @JoinColumn(name = "channel_id"))
    @OrderColumn(name = "position")
    @Column(name = "language")
    private List<String> languages = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected MailProfile() {}

    public MailProfile(long channelId) {
        this.channelId = channelId;
        this.senderName = "";
        this.senderAddress = "";
    }

    /**
     * After {@link #forget}.
     *
     * @throws Refusal with the field: {@code mail.sender.name}, {@code mail.address.invalid}, {@code mail.languages.missing}
     */
    public void set(String name, String address, String answers, Collection<MailKind> about, List<String> spoken) {
        senderName = name.strip();
        senderAddress = address.strip();
        replyTo = answers.isBlank() ? null : answers.strip();
        kinds.addAll(about);
        languages.addAll(spoken);
    }

    /** As {@link #set} would refuse it, before anything is changed. */
    public static void check(String name, String address, String answers, List<String> spoken) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME || !MailText.isOneLine(name.strip())) {
            throw new Refusal("mail.sender.name", LONGEST_NAME).at("senderName");
        }
        if (!MailText.isAddress(address.strip())) {
            throw new Refusal("mail.address.invalid").at("senderAddress");
        }
        if (!answers.isBlank() && !MailText.isAddress(answers.strip())) {
            throw new Refusal("mail.address.invalid").at("replyTo");
        }
        if (spoken.isEmpty()
                || !LANGUAGES.containsAll(spoken)
                || Set.copyOf(spoken).size() != spoken.size()) {
            throw new Refusal("mail.languages.missing").at("languages");
        }
    }

    public void forget() {
        kinds.clear();
        languages.clear();
    }

    /** The reader's, where it is written; else the first. */
    public String languageFor(String readers) {
        return languages.contains(readers) || languages.isEmpty() ? readers : languages.get(0);
    }

    public String senderName() {
        return senderName;
    }

    public String senderAddress() {
        return senderAddress;
    }

    public @Nullable String replyTo() {
        return replyTo;
    }

    public long version() {
        return version;
    }

    /** For the log of changes. */
    public Map<String, String> facts() {
        return Map.of(
                "senderName",
                senderName,
                "senderAddress",
                senderAddress,
                "replyTo",
                replyTo == null ? "" : replyTo,
                "kinds",
                kinds.stream().sorted().map(Enum::name).collect(Collectors.joining(", ")),
                "languages",
                String.join(", ", languages));
    }

    public MailProfileView view(ChannelView channel) {
        return new MailProfileView(
                channel,
                senderName,
                senderAddress,
                replyTo == null ? "" : replyTo,
                Set.copyOf(kinds),
                List.copyOf(languages),
                version);
    }
}
