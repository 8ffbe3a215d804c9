package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.TenantKey;
import org.sightline.storage.internal.tables.MemberForm.NumberedMember;

/** The members of tenants. They get numbers in the order they arrive and keep them for good. */
final class MemberTable {

    /** From so many members on, reading all numbers at once is faster than asking for each. */
    private static final int MANY = 2000;

    private static final String NUMBER =
            "select member_number from member where tenant_key = ? and user_id = ? and to_revision = ?";
    private static final String NUMBERS =
            "select user_id, member_number from member where tenant_key = ? and to_revision = ?";

    /**
     * Closes the old rows of members and adds the new ones.
     *
     * @param members    by user id, new ones in the order of their arrival
     * @param nextNumber the number of the first new one
     * @return the number the next new one gets
     */
    int put(Connection connection, TenantKey tenant, long revision, Map<String, Member> members, int nextNumber)
            throws SQLException {
        Map<String, Integer> known = nextNumber == 0 ? Map.of() : numbers(connection, tenant, members.keySet());
        List<NumberedMember> numbered = new ArrayList<>(members.size());
        int next = nextNumber;
        for (Map.Entry<String, Member> entry : members.entrySet()) {
            Integer number = known.get(entry.getKey());
            numbered.add(new NumberedMember(number == null ? next++ : number, entry.getValue()));
        }
        VersionedTable<NumberedMember> table = new VersionedTable<>(new MemberForm());
        table.close(connection, tenant, revision, known.keySet());
        table.insert(connection, tenant, revision, numbered);
        return next;
    }

    /** Returns the members at a revision in the order of their numbers. */
    List<Member> load(Connection connection, TenantKey tenant, long revision) throws SQLException {
        ByNumber members = new ByNumber();
        new VersionedTable<>(new MemberForm()).forEach(connection, tenant, revision, members::add);
        return members.inOrder();
    }

    private static Map<String, Integer> numbers(Connection connection, TenantKey tenant, Set<String> ids)
            throws SQLException {
        return ids.size() < MANY ? eachNumber(connection, tenant, ids) : allNumbers(connection, tenant, ids);
    }

    private static Map<String, Integer> eachNumber(Connection connection, TenantKey tenant, Collection<String> ids)
            throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(NUMBER)) {
            for (String id : ids) {
                new RowWriter(statement).text(tenant.value()).text(id).number(VersionedTable.STILL);
                try (ResultSet rows = statement.executeQuery()) {
                    if (rows.next()) {
                        numbers.put(id, rows.getInt(1));
                    }
                }
            }
        }
        return numbers;
    }

    private static Map<String, Integer> allNumbers(Connection connection, TenantKey tenant, Set<String> ids)
            throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(NUMBERS)) {
            new RowWriter(statement).text(tenant.value()).number(VersionedTable.STILL);
            statement.setFetchSize(MANY);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String id = rows.getString(1);
                    if (ids.contains(id)) {
                        numbers.put(id, rows.getInt(2));
                    }
                }
            }
        }
        return numbers;
    }

    /** Members put in the order of their numbers while they come in any. */
    private static final class ByNumber {

        private @Nullable Member[] members = new Member[1024];
        private int count;

        void add(NumberedMember numbered) {
            if (numbered.number() >= members.length) {
                members = Arrays.copyOf(members, Math.max(members.length * 2, numbered.number() + 1));
            }
            members[numbered.number()] = numbered.member();
            count++;
        }

        /** INVARIANT: numbers have no gaps, since members are never removed. */
        List<Member> inOrder() {
            List<Member> ordered = new ArrayList<>(count);
            for (int number = 0; number < count; number++) {
                Member member = members[number];
                if (member == null) {
                    throw new IllegalStateException("the member with the number " + number + " is not stored");
                }
                ordered.add(member);
            }
            return ordered;
        }
    }
}
