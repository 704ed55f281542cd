package org.ringdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No method of an enterprise bean can be called by just anyone: each says who may, or runs as one of the system's own roles. */
class FrontDoorRolesTest {

    @Test
    void everyMethodSaysWhoMayCallIt() {
        assertThat(beans(House.CLASSES)).hasSizeGreaterThan(5);
        assertThat(openMethods(House.CLASSES)).isEmpty();
    }

    @Test
    void aForgottenRoleIsFound() {
        assertThat(openMethods(House.PLANTED)).anyMatch(m -> m.contains("OpenToAnyone.secret"));
    }

    private static List<String> openMethods(JavaClasses classes) {
        return beans(classes)
                .flatMap(bean -> bean.getMethods().stream())
                .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC)
                        && !m.getModifiers().contains(JavaModifier.STATIC)
                        && !m.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(m -> !isGuarded(m))
                .map(JavaMethod::getFullName)
                .toList();
    }

    private static boolean isGuarded(JavaMethod method) {
        JavaClass bean = method.getOwner();
        boolean named = method.isAnnotatedWith(RolesAllowed.class) || bean.isAnnotatedWith(RolesAllowed.class);
        boolean systems = bean.isAnnotatedWith(PermitAll.class) && bean.isAnnotatedWith(RunAs.class);
        return named || systems;
    }

    private static Stream<JavaClass> beans(JavaClasses classes) {
        return classes.stream()
                .filter(c -> c.isAnnotatedWith(Stateless.class)
                        || c.isAnnotatedWith(Stateful.class)
                        || c.isAnnotatedWith(Singleton.class)
                        || c.isAnnotatedWith(MessageDriven.class));
    }
}
