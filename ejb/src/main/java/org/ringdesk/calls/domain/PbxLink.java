package org.ringdesk.calls.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.OptionalLong;
import org.ringdesk.calls.LinkView;
import org.ringdesk.cti.LinkChanged;
import org.ringdesk.cti.LinkState;

/** What the adapter last said of its link to a PBX. */
@Entity
@Table(name = "pbx_link")
public class PbxLink {
    @Id
    private String pbx;

    @Enumerated(EnumType.STRING)
    private LinkState state = LinkState.CONNECTING;

    private String detail = "";
    private Instant since;

    @Column(name = "last_seq")
    private long lastSeq;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected PbxLink() {}

    public PbxLink(String pbx, Instant since) {
        this.pbx = pbx;
        this.since = since;
    }

    /** @return whether this was news */
    public boolean take(LinkChanged event) {
        if (event.seq() <= lastSeq) {
            return false;
        }
        lastSeq = event.seq();
        if (state != event.state()) {
            since = event.at();
        }
        state = event.state();
        detail = event.detail().length() > 200 ? event.detail().substring(0, 200) : event.detail();
        return true;
    }

    /** The seq from which on the PBX tells what there is; empty unless it does so now. */
    public OptionalLong syncingSince() {
        return state == LinkState.SYNCING ? OptionalLong.of(lastSeq) : OptionalLong.empty();
    }

    public long lastSeq() {
        return lastSeq;
    }

    public LinkView view() {
        return new LinkView(pbx, state, detail, since);
    }
}
