package org.ringdesk.testing;

import jakarta.ejb.ApplicationException;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRequiredException;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Container-managed transactions as a server has them: one entity manager each, bound to the thread. */
final class Transactions {
    private final EntityManagerFactory factory;
    private final ThreadLocal<@Nullable EntityManager> current = new ThreadLocal<>();

    Transactions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    boolean isActive() {
        return current.get() != null;
    }

    void setRollbackOnly() {
        EntityManager em = current.get();
        if (em == null) {
            throw new IllegalStateException("There is no transaction");
        }
        em.getTransaction().setRollbackOnly();
    }

    /** Goes to the transaction's entity manager, or to one for the single call. */
    EntityManager entityManager() {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, args) -> {
                    EntityManager bound = current.get();
                    try {
                        return method.invoke(bound == null ? factory.createEntityManager() : bound, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Nullable
    Object run(TransactionAttributeType attribute, Callable<@Nullable Object> work) throws Exception {
        return switch (attribute) {
            case MANDATORY -> {
                if (!isActive()) {
                    throw new EJBTransactionRequiredException();
                }
                yield work.call();
            }
            case REQUIRED -> isActive() ? work.call() : inNew(work);
            case REQUIRES_NEW -> inNew(work);
            case NOT_SUPPORTED -> outside(work);
            case SUPPORTS, NEVER -> throw new UnsupportedOperationException(attribute.name());
        };
    }

    private @Nullable Object outside(Callable<@Nullable Object> work) throws Exception {
        EntityManager before = current.get();
        current.remove();
        try {
            return work.call();
        } finally {
            current.set(before);
        }
    }

    private @Nullable Object inNew(Callable<@Nullable Object> work) throws Exception {
        EntityManager before = current.get();
        EntityManager em = factory.createEntityManager();
        current.set(em);
        em.getTransaction().begin();
        try {
            Object result = work.call();
            if (!em.getTransaction().getRollbackOnly()) {
                em.getTransaction().commit();
            }
            return result;
        } catch (RuntimeException e) {
            if (e.getClass().isAnnotationPresent(ApplicationException.class) || e instanceof EJBException) {
                throw e;
            }
            throw new EJBException(e);
        } finally {
            close(em);
            current.set(before);
        }
    }

    private static void close(EntityManager em) {
        try {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
        } catch (PersistenceException e) {
            throw new EJBException(e);
        } finally {
            em.close();
        }
    }
}
