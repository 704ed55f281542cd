package org.ringdesk.testing;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.bind.annotation.AllArguments;
import net.bytebuddy.implementation.bind.annotation.Origin;
import net.bytebuddy.implementation.bind.annotation.RuntimeType;
import net.bytebuddy.matcher.ElementMatchers;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.store.Directory;
import org.ringdesk.cti.CtiConnectionFactory;

/** The beans of all rooms, wired by their own annotations; session beans check roles and have transactions. */
public final class Rooms {
    private final CountingDataSource database;
    private final EntityManagerFactory persistence;
    private final Transactions transactions;
    private final Map<Class<?>, Object> beans = new HashMap<>();
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private final List<Consumer<Object>> observers = new CopyOnWriteArrayList<>();
    private final TestClock clock = new TestClock();
    private final TestPhones phones = new TestPhones();

    Rooms(DataSource database) {
        this.database = new CountingDataSource(database);
        this.persistence = Objects.requireNonNull(new PersistenceProvider()
                .createEntityManagerFactory(
                        "ringdesk",
                        Map.of(
                                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                                "jakarta.persistence.jtaDataSource", "",
                                "jakarta.persistence.nonJtaDataSource", this.database.asDataSource(),
                                "eclipselink.session-name", database.getClass().getName(),
                                "eclipselink.weaving", "false",
                                "eclipselink.logging.level", "SEVERE")));
        this.transactions = new Transactions(persistence);
        beans.put(Clock.class, clock);
        beans.put(EntityManager.class, transactions.entityManager());
        beans.put(DataSource.class, database);
        beans.put(SessionContext.class, sessionContext());
        beans.put(Event.class, event());
        beans.put(CtiConnectionFactory.class, phones.factory());
        beans.put(Directory.class, new TestDirectory(this));
    }

    /** What stands in for an interface or a bean. */
    public <T> Rooms with(Class<T> type, T bean) {
        beans.put(type, bean);
        return this;
    }

    public boolean isWired(Class<?> type) {
        return beans.containsKey(type);
    }

    /** Hears every event in the transaction in which it is fired. */
    public void observe(Consumer<Object> observer) {
        observers.add(observer);
    }

    public TestClock clock() {
        return clock;
    }

    public TestPhones phones() {
        return phones;
    }

    public List<Object> events() {
        return events;
    }

    public CountingDataSource database() {
        return database;
    }

    public <T> T get(Class<T> type) {
        synchronized (beans) {
            Object known = beans.get(type);
            if (known == null) {
                known = make(type);
            }
            return type.cast(known);
        }
    }

    private Object make(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object target = constructor.newInstance();
            boolean session = type.isAnnotationPresent(Stateless.class) || type.isAnnotationPresent(Singleton.class);
            boolean guarded = session || type.isAnnotationPresent(Transactional.class);
            Object bean = guarded && hasDoor(type) ? guarded(type, target) : target;
            beans.put(type, bean);
            for (Field field : type.getDeclaredFields()) {
                if (isInjected(field)) {
                    field.setAccessible(true);
                    field.set(target, get(field.getType()));
                }
            }
            listen(type, target);
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type, e);
        }
    }

    /** As a container does for a bean that is there; here it must have been got once. */
    private void listen(Class<?> type, Object target) {
        for (Method method : type.getDeclaredMethods()) {
            Parameter[] parameters = method.getParameters();
            if (parameters.length == 1 && isObserved(parameters[0])) {
                method.setAccessible(true);
                observers.add(event -> {
                    if (parameters[0].getType().isInstance(event)) {
                        tell(method, target, event);
                    }
                });
            }
        }
    }

    /** Within the transaction; what is told after it is for screens, which are not here. */
    private static boolean isObserved(Parameter parameter) {
        Observes observes = parameter.getAnnotation(Observes.class);
        return observes != null && observes.during() == TransactionPhase.IN_PROGRESS;
    }

    private static void tell(Method method, Object target, Object event) {
        try {
            method.invoke(target, event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Not told: " + method, e);
        }
    }

    /** A bean without public methods is called by timers only. */
    private static boolean hasDoor(Class<?> bean) {
        return Arrays.stream(bean.getDeclaredMethods()).anyMatch(m -> Modifier.isPublic(m.getModifiers()));
    }

    private static boolean isInjected(Field field) {
        return field.isAnnotationPresent(Inject.class)
                || field.isAnnotationPresent(PersistenceContext.class)
                || field.isAnnotationPresent(Resource.class);
    }

    private Object guarded(Class<?> bean, Object target) throws ReflectiveOperationException {
        return new ByteBuddy()
                .subclass(bean)
                .method(ElementMatchers.isDeclaredBy(bean).and(ElementMatchers.isPublic()))
                .intercept(MethodDelegation.to(new Guard(bean, target)))
                .make()
                .load(bean.getClassLoader())
                .getLoaded()
                .getDeclaredConstructor()
                .newInstance();
    }

    /** What a container does around a call from outside the bean; public for the generated class. */
    public final class Guard {
        private final Class<?> bean;
        private final Object target;

        Guard(Class<?> bean, Object target) {
            this.bean = bean;
            this.target = target;
        }

        @RuntimeType
        public @Nullable Object around(@Origin Method method, @AllArguments Object[] arguments) throws Exception {
            if (!bean.isAnnotationPresent(Transactional.class)) {
                Caller.mayCall(bean, method);
            }
            return transactions.run(attribute(method), () -> {
                try {
                    return method.invoke(target, arguments);
                } catch (InvocationTargetException e) {
                    if (e.getCause() instanceof Exception cause) {
                        throw cause;
                    }
                    throw e;
                }
            });
        }

        private TransactionAttributeType attribute(Method method) {
            Transactional plain = bean.getAnnotation(Transactional.class);
            if (plain != null) {
                return TransactionAttributeType.valueOf(plain.value().name());
            }
            TransactionAttribute own = method.getAnnotation(TransactionAttribute.class);
            TransactionAttribute all = bean.getAnnotation(TransactionAttribute.class);
            return own != null ? own.value() : all != null ? all.value() : TransactionAttributeType.REQUIRED;
        }
    }

    private SessionContext sessionContext() {
        return stub(SessionContext.class, (method, args) -> switch (method.getName()) {
            case "getCallerPrincipal" -> (Principal) () -> Caller.current().login();
            case "isCallerInRole" -> Caller.current().roles().contains(args[0]);
            case "setRollbackOnly" -> {
                transactions.setRollbackOnly();
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private Event<?> event() {
        return stub(Event.class, (method, args) -> {
            if (!method.getName().equals("fire")) {
                throw new UnsupportedOperationException(method.getName());
            }
            observers.forEach(o -> o.accept(args[0]));
            events.add(args[0]);
            return null;
        });
    }

    private interface Answer {
        @Nullable
        Object to(Method method, Object[] args);
    }

    private static <T> T stub(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> answer.to(method, args)));
    }

    /** One entity manager and its transaction, for looking into the tables. */
    public <T> T query(Function<EntityManager, T> work) {
        EntityManager em = persistence.createEntityManager();
        try {
            return work.apply(em);
        } finally {
            em.close();
        }
    }
}
