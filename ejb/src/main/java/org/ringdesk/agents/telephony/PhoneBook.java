package org.ringdesk.agents.telephony;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.ringdesk.agents.Extension;
import org.ringdesk.agents.Phone;
import org.ringdesk.cti.CtiConnection;
import org.ringdesk.cti.CtiConnectionFactory;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.PbxId;

/** Which phone of which PBX an extension is. Those of the first go without its name, which stays the same while the server runs. */
@ApplicationScoped
public class PhoneBook {
    @Resource(lookup = "java:/eis/cti")
    private CtiConnectionFactory telephony;

    private volatile @Nullable PbxId first;

    public PbxId pbxOf(Extension extension) {
        return extension.pbx().orElseGet(this::first);
    }

    /** As an extension is stored. Some parties of calls are no phones; where they are nobody sits. */
    public String textOf(Phone phone) {
        return phone.pbx().equals(first()) ? phone.endpoint() : phone.pbx() + ":" + phone.endpoint();
    }

    public boolean isConfigured(PbxId pbx) {
        try (CtiConnection connection = telephony.getConnection(pbx)) {
            return connection.pbx().equals(pbx);
        } catch (CtiException e) {
            return false;
        }
    }

    private PbxId first() {
        PbxId known = first;
        if (known == null) {
            try (CtiConnection pbx = telephony.getConnection()) {
                known = pbx.pbx();
            }
            first = known;
        }
        return known;
    }
}
