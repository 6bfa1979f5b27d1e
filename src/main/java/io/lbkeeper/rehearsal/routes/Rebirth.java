package io.lbkeeper.rehearsal.routes;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/**
 * Gives a bean the memory of one that was just made. Camel's routes hold on to their beans, and starting a context
 * anew for each start of an agent would take most of a rehearsal's time.
 */
final class Rebirth {
    private Rebirth() {
    }

    /** Puts all that {@code newborn} holds into {@code bean}, of the same class; {@code newborn} is not used again. */
    static <T> void renew(T bean, T newborn) {
        for (Class<?> type = bean.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    copy(field, newborn, bean);
                }
            }
        }
    }

    private static void copy(Field field, Object from, Object to) {
        try {
            field.setAccessible(true);
            field.set(to, field.get(from));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("renewing " + field + ": its class does not allow it", e);
        }
    }
}
