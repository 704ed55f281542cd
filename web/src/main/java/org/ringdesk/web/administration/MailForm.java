package org.ringdesk.web.administration;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.mail.MailKind;
import org.ringdesk.mail.MailProfileView;

/** How a channel writes to its customers, as it is typed. */
public class MailForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<String> LANGUAGES = List.of("de", "en");

    private final String channel;
    private final String channelName;
    private String senderName = "";
    private String senderAddress = "";
    private String replyTo = "";
    private MailKind[] kinds = {};
    private String first = "";
    private boolean both;
    private long version;

    MailForm(MailProfileView view) {
        channel = view.channel().code().value();
        channelName = view.channel().name();
        show(view);
    }

    final void show(MailProfileView now) {
        senderName = now.senderName();
        senderAddress = now.senderAddress();
        replyTo = now.replyTo();
        kinds = now.kinds().stream().sorted().toArray(MailKind[]::new);
        first = now.languages().isEmpty() ? LANGUAGES.get(0) : now.languages().get(0);
        both = now.languages().size() > 1;
        version = now.version();
    }

    ChannelCode channel() {
        return new ChannelCode(channel);
    }

    /** The one for who reads none of them first. */
    List<String> languages() {
        List<String> all = new ArrayList<>(List.of(first));
        if (both) {
            LANGUAGES.stream().filter(l -> !l.equals(first)).forEach(all::add);
        }
        return all;
    }

    List<MailKind> kinds() {
        return kinds.length == 0 ? List.of() : List.copyOf(EnumSet.copyOf(Arrays.asList(kinds)));
    }

    long version() {
        return version;
    }

    public String getChannel() {
        return channel;
    }

    public String getChannelName() {
        return channelName;
    }

    public String getSenderName() {
        return senderName;
    }

    public void setSenderName(@Nullable String typed) {
        senderName = typed == null ? "" : typed;
    }

    public String getSenderAddress() {
        return senderAddress;
    }

    public void setSenderAddress(@Nullable String typed) {
        senderAddress = typed == null ? "" : typed;
    }

    public String getReplyTo() {
        return replyTo;
    }

    public void setReplyTo(@Nullable String typed) {
        replyTo = typed == null ? "" : typed;
    }

    public MailKind[] getKinds() {
        return kinds.clone();
    }

    public void setKinds(MailKind @Nullable [] chosen) {
        kinds = chosen == null ? new MailKind[0] : chosen.clone();
    }

    public String getFirst() {
        return first;
    }

    public void setFirst(String chosen) {
        first = chosen;
    }

    public boolean isBoth() {
        return both;
    }

    public void setBoth(boolean chosen) {
        both = chosen;
    }
}
