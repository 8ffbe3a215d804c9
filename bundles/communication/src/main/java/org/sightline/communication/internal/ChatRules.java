package org.sightline.communication.internal;

import java.util.ArrayList;
import java.util.List;
import org.sightline.communication.ChatAnswer;
import org.sightline.communication.Reason;

/** The table of docs/concepts.md, "Who may chat with whom". */
final class ChatRules {

    private ChatRules() {}

    /**
     * What there is between two members beside sight.
     *
     * @param contacts whether both agreed to be contacts
     * @param chat     whether they have a chat
     * @param blocked  whether the other one has blocked the one who asks
     */
    record Facts(boolean contacts, boolean chat, boolean blocked) {}

    static ChatAnswer answer(Sight sight, Facts facts) {
        boolean start = mayStart(sight, facts);
        boolean send = maySend(sight, facts, start);
        boolean find = mayFind(sight, facts);
        if (!start && !send && !find) {
            return ChatAnswer.NOTHING;
        }
        boolean heard = !facts.blocked();
        return new ChatAnswer(start && heard, send && heard, find, reasons(sight, facts, start));
    }

    private static boolean mayStart(Sight sight, Facts facts) {
        return switch (sight.relation()) {
            case SAME_TENANT -> sight.sees();
            case TRUSTED -> sight.sees() || facts.contacts();
            case STRANGERS -> facts.contacts();
        };
    }

    private static boolean maySend(Sight sight, Facts facts, boolean start) {
        boolean chatIsEnough = sight.relation() != Relation.STRANGERS;
        return start || (facts.chat() && chatIsEnough);
    }

    private static boolean mayFind(Sight sight, Facts facts) {
        return sight.finds() || (sight.relation() != Relation.SAME_TENANT && (facts.contacts() || facts.chat()));
    }

    private static List<Reason> reasons(Sight sight, Facts facts, boolean start) {
        List<Reason> reasons = new ArrayList<>();
        switch (sight.relation()) {
            case SAME_TENANT -> reasons.add(Reason.SAME_TENANT);
            case TRUSTED -> reasons.add(Reason.TRUSTED);
            case STRANGERS -> {}
        }
        addIf(facts.contacts(), Reason.CONTACTS, reasons);
        addIf(facts.chat(), Reason.CHAT_EXISTS, reasons);
        addIf(!sight.sees() && sight.relation() != Relation.STRANGERS, Reason.NOT_VISIBLE, reasons);
        addIf(!start && sight.relation() != Relation.SAME_TENANT, Reason.NOT_CONTACTS, reasons);
        addIf(facts.blocked(), Reason.BLOCKED, reasons);
        return reasons;
    }

    private static void addIf(boolean holds, Reason reason, List<Reason> reasons) {
        if (holds) {
            reasons.add(reason);
        }
    }
}
