package org.ringdesk.agents.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.Users;
import org.ringdesk.agents.Extension;
import org.ringdesk.agents.Notice;
import org.ringdesk.agents.domain.Presence;
import org.ringdesk.agents.telephony.PhoneBook;
import org.ringdesk.shared.Refusal;

/** Who may sit where: an extension has one holder, until their browser is gone. */
@ApplicationScoped
public class Seating {
    @Inject
    private Presences presences;

    @Inject
    private Attendance attendance;

    @Inject
    private PhoneBook phones;

    @Inject
    private Users users;

    @Inject
    private Clock clock;

    /**
     * Where the agent wants to sit.
     *
     * @param typed null or blank: where they sit already, or else at their own phone
     * @throws Refusal {@code agent.no-extension}, {@code agent.extension.invalid}, {@code agent.extension.pbx} with a PBX's name
     */
    public Extension wanted(UserView me, Presence presence, @Nullable String typed) {
        if (typed != null && !typed.isBlank()) {
            Extension read = Extension.read(typed);
            read.pbx().filter(pbx -> !phones.isConfigured(pbx)).ifPresent(pbx -> {
                throw new Refusal("agent.extension.pbx", pbx);
            });
            return read;
        }
        String endpoint = presence.endpoint() == null ? me.endpoint() : presence.endpoint();
        if (endpoint == null) {
            throw new Refusal("agent.no-extension");
        }
        return new Extension(endpoint);
    }

    /** @throws Refusal {@code agent.extension.taken} with the number and the holder's name, {@code agent.extension.busy} */
    public void sit(UserView me, Presence presence, Extension extension) {
        if (extension.endpoint().equals(presence.endpoint())) {
            return;
        }
        if (!Attendance.isFree(presence)) {
            throw new Refusal("agent.extension.busy");
        }
        presences.lockedAt(List.of(extension.endpoint())).forEach(holder -> takeOver(holder, extension, me));
        presence.sitAt(extension.endpoint());
        attendance.seen(List.of(me.login()));
    }

    /** Only of one whose browser is gone and who has no call. */
    private void takeOver(Presence holder, Extension extension, UserView me) {
        if (!Attendance.isFree(holder) || !attendance.isGone(holder.login())) {
            String name = users.find(holder.login()).map(UserView::displayName).orElse(holder.login());
            throw new Refusal("agent.extension.taken", extension.number(), name);
        }
        holder.signedOut(new Notice(Notice.Kind.TAKEN_OVER, me.displayName(), clock.instant()), clock.instant());
        presences.changed(holder);
    }
}
