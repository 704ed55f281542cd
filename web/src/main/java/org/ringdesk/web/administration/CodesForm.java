package org.ringdesk.web.administration;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.ChannelCodes;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.WrapUpCode;

/** A channel's wrap-up codes as they are typed. */
public class CodesForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String channel;
    private final String name;
    private String codes = "";
    private long version;

    CodesForm(ChannelView channel, ChannelCodes codes) {
        this.channel = channel.code().value();
        this.name = channel.name();
        show(codes);
    }

    final void show(ChannelCodes now) {
        codes = lines(now.codes());
        version = now.version();
    }

    static String lines(List<WrapUpCode> codes) {
        return codes.stream().map(c -> c.code() + ' ' + c.label()).collect(Collectors.joining("\n"));
    }

    ChannelCode channel() {
        return new ChannelCode(channel);
    }

    long version() {
        return version;
    }

    public String getName() {
        return name;
    }

    public String getCodes() {
        return codes;
    }

    public void setCodes(@Nullable String typed) {
        codes = typed == null ? "" : typed;
    }
}
