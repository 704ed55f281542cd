package org.ringdesk.agents.telephony;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ringdesk.administration.UserView.QueuePlace;
import org.ringdesk.administration.Users;
import org.ringdesk.agents.Extension;
import org.ringdesk.agents.domain.Presence;
import org.ringdesk.agents.store.Presences;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.QueueMembers;
import org.ringdesk.cti.QueueMembers.Member;

/**
 * Compares the queues as a PBX has them with what the agents wish, so that after a gap it hears of the differences alone. A
 * wish that it has not taken yet stays untold, whatever it says: it is being told.
 */
@ApplicationScoped
public class SeatCheck {
    @Inject
    private Presences presences;

    @Inject
    private Users users;

    @Inject
    private PhoneBook phones;

    /** Those who sit at phones of other PBXs are no concern of this one. */
    public void compare(QueueMembers found) {
        Map<String, List<Member>> members = found.members().stream().collect(groupingBy(Member::endpoint));
        List<String> otherwise = presences.all().stream()
                .filter(Presence::isTold)
                .filter(p -> sitsAt(found.pbx(), p))
                .filter(p -> !isAsWished(p, members.getOrDefault(device(p), List.of())))
                .map(Presence::login)
                .toList();
        for (Presence presence : presences.locked(otherwise)) {
            presence.tellAgain();
            presences.tellPbx(presence);
        }
    }

    private boolean sitsAt(PbxId pbx, Presence presence) {
        return presence.endpoint() != null
                && phones.pbxOf(new Extension(presence.endpoint())).equals(pbx);
    }

    private static String device(Presence presence) {
        return new Extension(Objects.requireNonNull(presence.endpoint())).device();
    }

    private boolean isAsWished(Presence presence, List<Member> places) {
        return users.find(presence.login()).stream()
                .flatMap(user -> user.queues().stream())
                .allMatch(wanted -> places.stream().anyMatch(place -> is(place, wanted, presence)));
    }

    private static boolean is(Member place, QueuePlace wanted, Presence presence) {
        String pause = presence.pauseText();
        return place.queue().equals(wanted.queue())
                && place.penalty() == wanted.penalty()
                && place.paused() == !pause.isEmpty()
                && place.reason().equals(pause);
    }
}
