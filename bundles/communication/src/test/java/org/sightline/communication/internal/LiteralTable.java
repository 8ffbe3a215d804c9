package org.sightline.communication.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The customer's table, read word by word over plain sets of names: slow, and sharing nothing with what it judges. People
 * are texts such as {@code a/ann}; a pair is two of them with an arrow between.
 */
final class LiteralTable {

    final Set<String> active = new HashSet<>();
    final Set<String> sees = new HashSet<>();
    final Set<String> finds = new HashSet<>();
    final Set<String> browses = new HashSet<>();
    final Set<String> trusted = new HashSet<>();
    final Set<String> blocked = new HashSet<>();
    final Set<String> notByPhone = new HashSet<>();
    final Set<String> tenantsNotByPhone = new HashSet<>();
    final Map<String, String> numbers = new HashMap<>();

    /** Who has asked whom and has no contact for it yet; known to the one who asked. */
    private final Set<String> asked = new HashSet<>();

    /** Whose request lies with whom. */
    private final Set<String> arrived = new HashSet<>();

    private final Set<String> contacts = new HashSet<>();
    private final Set<String> chats = new HashSet<>();

    static String arrow(String from, String to) {
        return from + ">" + to;
    }

    private static String tenantOf(String person) {
        return person.substring(0, person.indexOf('/'));
    }

    /** What `check` says: start, send, find as 0 and 1, then the reasons. */
    String check(String v, String t) {
        if (!active.contains(v) || !active.contains(t)) {
            return "000 not_visible";
        }
        boolean same = tenantOf(v).equals(tenantOf(t));
        boolean trust = !same && trusted.contains(arrow(tenantOf(v), tenantOf(t)));
        boolean contact = contacts.contains(arrow(v, t));
        boolean chat = chats.contains(arrow(v, t));
        boolean start;
        boolean send;
        boolean find;
        boolean visible;
        if (same) {
            visible = v.equals(t) || sees.contains(arrow(v, t));
            start = visible;
            send = chat ? true : start;
            find = visible;
        } else if (trust) {
            visible = finds.contains(arrow(v, t)) || browses.contains(arrow(v, t));
            start = visible || contact;
            send = chat ? true : start;
            find = finds.contains(arrow(v, t)) || contact || chat;
        } else {
            visible = false;
            start = contact;
            send = contact;
            find = contact || chat;
        }
        boolean nothing = !start && !send && !find;
        if (nothing) {
            return "000 not_visible";
        }
        List<String> why = new ArrayList<>();
        if (same) {
            why.add("same_tenant");
        }
        if (trust) {
            why.add("trusted");
        }
        if (contact) {
            why.add("contacts");
        }
        if (chat) {
            why.add("chat_exists");
        }
        if ((same || trust) && !visible) {
            why.add("not_visible");
        }
        if (!same && !contact && !visible) {
            why.add("not_contacts");
        }
        boolean stopped = blocked.contains(arrow(t, v));
        if (stopped) {
            why.add("blocked");
            start = false;
            send = false;
        }
        return (start ? "1" : "0") + (send ? "1" : "0") + (find ? "1" : "0") + " " + String.join(" ", why);
    }

    /** What asking gives: `invalid`, `old` or `new`, and whether they are contacts then. */
    String request(String v, String t) {
        boolean same = tenantOf(v).equals(tenantOf(t));
        if (v.equals(t) || (same && !(active.contains(t) && sees.contains(arrow(v, t))))) {
            return "invalid";
        }
        if (contacts.contains(arrow(v, t))) {
            return "old accepted";
        }
        if (active.contains(t) && asked.contains(arrow(t, v))) {
            forget(v, t);
            contacts.add(arrow(v, t));
            contacts.add(arrow(t, v));
            return "new accepted";
        }
        if (asked.contains(arrow(v, t))) {
            return "old pending";
        }
        asked.add(arrow(v, t));
        arrived.remove(arrow(t, v));
        if (active.contains(t) && !blocked.contains(arrow(t, v))) {
            arrived.add(arrow(v, t));
        }
        return "new pending";
    }

    /** Everything that v's list shows: who, which state, who asked if nobody has agreed. */
    Set<String> list(String v) {
        Set<String> shown = new HashSet<>();
        for (String contact : contacts) {
            if (contact.startsWith(v + ">") && active.contains(contact.substring(v.length() + 1))) {
                shown.add(contact.substring(v.length() + 1) + " accepted");
            }
        }
        for (String each : asked) {
            String peer = each.substring(each.indexOf('>') + 1);
            boolean inside = tenantOf(v).equals(tenantOf(peer));
            if (each.startsWith(v + ">") && (!inside || active.contains(peer))) {
                shown.add(peer + " pending outgoing");
            }
        }
        for (String each : arrived) {
            String from = each.substring(0, each.indexOf('>'));
            if (each.endsWith(">" + v) && active.contains(from)) {
                shown.add(from + " pending incoming");
            }
        }
        return shown;
    }

    void accept(String v, String from) {
        forget(v, from);
        contacts.add(arrow(v, from));
        contacts.add(arrow(from, v));
    }

    void delete(String v, String peer, String state) {
        switch (state) {
            case "accepted" -> {
                contacts.remove(arrow(v, peer));
                if (active.contains(peer)) {
                    contacts.remove(arrow(peer, v));
                }
            }
            case "pending outgoing" -> {
                asked.remove(arrow(v, peer));
                arrived.remove(arrow(v, peer));
            }
            default -> arrived.remove(arrow(peer, v));
        }
    }

    private void forget(String v, String t) {
        asked.remove(arrow(v, t));
        asked.remove(arrow(t, v));
        arrived.remove(arrow(v, t));
        arrived.remove(arrow(t, v));
    }

    /** What starting a chat gives. */
    String start(String v, String t) {
        if (!active.contains(t)) {
            return "no not_visible";
        }
        if (chats.contains(arrow(v, t))) {
            return "old";
        }
        String check = check(v, t);
        if (check.charAt(0) == '0') {
            return "no " + check.substring(4);
        }
        chats.add(arrow(v, t));
        chats.add(arrow(t, v));
        return "new";
    }

    Set<String> chatsOf(String v) {
        Set<String> shown = new HashSet<>();
        for (String chat : chats) {
            String peer = chat.substring(chat.indexOf('>') + 1);
            if (chat.startsWith(v + ">") && active.contains(peer)) {
                shown.add(peer);
            }
        }
        return shown;
    }

    /** Whom of other tenants v finds by name, for a contact or a chat. */
    Set<String> peersOf(String v) {
        Set<String> peers = new HashSet<>();
        for (String each : active) {
            boolean elsewhere = !tenantOf(each).equals(tenantOf(v));
            if (elsewhere && (contacts.contains(arrow(v, each)) || chats.contains(arrow(v, each)))) {
                peers.add(each);
            }
        }
        return active.contains(v) ? peers : Set.of();
    }

    Set<String> byPhone(String v, String number) {
        Set<String> found = new HashSet<>();
        for (Map.Entry<String, String> each : numbers.entrySet()) {
            String t = each.getKey();
            if (!each.getValue().equals(number) || !active.contains(t) || !active.contains(v)) {
                continue;
            }
            boolean allowed = !notByPhone.contains(t) && !tenantsNotByPhone.contains(tenantOf(t));
            boolean same = tenantOf(v).equals(tenantOf(t));
            if (same ? v.equals(t) || sees.contains(arrow(v, t)) : allowed) {
                found.add(t);
            }
        }
        return found;
    }
}
