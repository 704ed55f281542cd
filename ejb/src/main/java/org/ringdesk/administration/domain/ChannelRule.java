package org.ringdesk.administration.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.ChannelCodes;
import org.ringdesk.administration.WrapUpCode;

/** The wrap-up codes of a channel. */
@Entity
@Table(name = "channel_rule")
public class ChannelRule {
    @Id
    private String channel;

    @ElementCollection
    @CollectionTable(name = "channel_wrap_up_code", joinColumns = @JoinColumn(name = "channel"))
    @OrderColumn(name = "position")
    private List<CodeEntry> codes = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected ChannelRule() {}

    public ChannelRule(ChannelCode channel) {
        this.channel = channel.value();
    }

    /** After {@link #forgetCodes()}. */
    public void set(List<WrapUpCode> list) {
        codes.addAll(CodeEntry.of(list));
    }

    public void forgetCodes() {
        codes.clear();
    }

    public long version() {
        return version;
    }

    public ChannelCodes view() {
        return new ChannelCodes(
                new ChannelCode(channel), codes.stream().map(CodeEntry::view).toList(), version);
    }
}
