package org.ringdesk.pricing.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ringdesk.shared.Refusal;

/**
 * A statement with {@code :names}. A name that stands for many values becomes as many places, filled up to a power of two, so that
 * the database sees few different statements. What is null stands in the text, for the database must know the type of a place.
 */
final class Sql {
    private static final Pattern NAME = Pattern.compile(":([a-z]+)");

    /** SQLSTATE of a second row with the same key. */
    private static final String UNIQUE = "23505";

    private final String text;
    private final List<Object> values = new ArrayList<>();

    Sql(String named, Map<String, ?> parameters) {
        text = NAME.matcher(named).replaceAll(name -> places(name.group(1), parameters));
    }

    private String places(String name, Map<String, ?> parameters) {
        Object value = parameters.get(name);
        if (value == null) {
            if (!parameters.containsKey(name)) {
                throw new IllegalArgumentException("Nothing for " + name);
            }
            return "null";
        }
        if (!(value instanceof Collection<?> many)) {
            return place(value);
        }
        List<Object> padded = new ArrayList<>(many);
        int wanted = Integer.highestOneBit(Math.max(1, 2 * padded.size() - 1));
        padded.addAll(Collections.nCopies(wanted - padded.size(), padded.get(0)));
        return padded.stream()
                .map(this::place)
                .toList()
                .toString()
                .replace('[', '(')
                .replace(']', ')');
    }

    private String place(Object value) {
        values.add(value instanceof LocalDate day ? Date.valueOf(day) : value);
        return "?" + values.size();
    }

    /** What is there when the transaction asks; what it has changed itself is not written for this. */
    List<Row> rows(EntityManager em) {
        List<?> found = query(em).setFlushMode(FlushModeType.COMMIT).getResultList();
        return found.stream().map(columns -> new Row((Object[]) columns)).toList();
    }

    int execute(EntityManager em) {
        return query(em).executeUpdate();
    }

    /** @throws Refusal {@code rules.changed} when somebody else wrote a row with this key in the same moment */
    int executeOnce(EntityManager em) {
        try {
            return execute(em);
        } catch (PersistenceException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && UNIQUE.equals(sql.getSQLState())) {
                    throw new Refusal("rules.changed");
                }
            }
            throw e;
        }
    }

    private Query query(EntityManager em) {
        Query query = em.createNativeQuery(text);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }
}
