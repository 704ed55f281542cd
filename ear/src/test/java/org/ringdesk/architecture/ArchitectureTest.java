package org.ringdesk.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.MessageDriven;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringdesk.cti.CtiListener;

class ArchitectureTest {
    /** Entities that live and die with an aggregate which has the version, or are written once and never changed. */
    private static final Set<String> PARTS = Set.of(
            "DialledNumber",
            "CustomerPhone",
            "CustomerAddress",
            "CustomerNote",
            "CustomerConsent",
            "Category",
            "ListPrice",
            "Measure",
            "UnitPrice",
            "TaxRate",
            "OrderLine",
            "OrderEvent",
            "PaymentEvent",
            "GiftCardEntry",
            "MoneyBack",
            "Submission",
            "SandboxCharge",
            "AgentTransition",
            "VacatedSeat",
            "AgentBrowser",
            "CallWrapUp");

    private static final String PLAIN =
            "(java|jakarta\\.persistence|jakarta\\.validation|org\\.jspecify|org\\.ringdesk)(\\..*)?";

    private static final ArchRule NO_SCREEN_IN_A_BACK_ROOM = noClasses()
            .that()
            .resideInAnyPackage("org.ringdesk.web..", "org.ringdesk.architecture.planted..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe("are back rooms", House::isBackRoom));

    private static final ArchRule AMOUNTS_HAVE_PRECISION_AND_SCALE = fields().that()
            .haveRawType(BigDecimal.class)
            .and()
            .areDeclaredInClassesThat(DescribedPredicate.describe(
                    "are stored",
                    (JavaClass c) ->
                            c.isAnnotatedWith(Entity.class) || c.isAnnotatedWith(jakarta.persistence.Embeddable.class)))
            .should(new ArchCondition<JavaField>("have a column with precision and scale") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    boolean exact = field.tryGetAnnotationOfType(Column.class)
                            .map(c -> c.precision() > 0 && c.scale() > 0)
                            .orElse(false);
                    events.add(new SimpleConditionEvent(field, exact, field.getFullName()));
                }
            });

    @Test
    void everyRoomSeesOnlyWhatThePlanSays() {
        classes()
                .that()
                .resideInAPackage("org.ringdesk..")
                .should(new ArchCondition<>("see only the rooms of the plan, and those by the front door") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (Dependency d : type.getDirectDependenciesFromSelf()) {
                            checkOne(d, events);
                        }
                    }
                })
                .check(House.CLASSES);
    }

    private static void checkOne(Dependency d, ConditionEvents events) {
        String from = House.room(d.getOriginClass()).orElseThrow();
        House.room(d.getTargetClass().getBaseComponentType())
                .filter(to -> !to.equals(from))
                .ifPresent(to -> {
                    assertThat(House.MAY_SEE).as("the plan has no room " + from).containsKey(from);
                    boolean allowed = House.MAY_SEE.getOrDefault(from, Set.of()).contains(to)
                            && !House.isBackRoom(d.getTargetClass());
                    events.add(new SimpleConditionEvent(d, allowed, d.getDescription()));
                });
    }

    @Test
    void everyRoomOfThePlanIsLookedAt() {
        assertThat(House.CLASSES.stream().flatMap(c -> House.room(c).stream())).containsAll(House.MAY_SEE.keySet());
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching("org.ringdesk.(*)..").should().beFreeOfCycles().check(House.CLASSES);
    }

    @Test
    void domainIsPlainJava() {
        classes()
                .that()
                .resideInAPackage("org.ringdesk..domain..")
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "are Java, persistence, validation or ours",
                        (JavaClass c) -> c.isPrimitive()
                                || c.isArray()
                                || c.getPackageName().matches(PLAIN)))
                .check(House.CLASSES);
    }

    @Test
    void screensUseFrontDoors() {
        NO_SCREEN_IN_A_BACK_ROOM.check(House.CLASSES);
    }

    @Test
    void amountsAreExact() {
        AMOUNTS_HAVE_PRECISION_AND_SCALE.check(House.CLASSES);
    }

    @Test
    void theRulesBite() {
        assertThatThrownBy(() -> NO_SCREEN_IN_A_BACK_ROOM.check(House.PLANTED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("CallRecord");
        assertThatThrownBy(() -> AMOUNTS_HAVE_PRECISION_AND_SCALE.check(House.PLANTED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("amount");
    }

    @Test
    void everyTelephonyListenerIsAMessageDrivenBean() {
        classes()
                .that()
                .implement(CtiListener.class)
                .should()
                .beAnnotatedWith(MessageDriven.class)
                .check(House.CLASSES);
    }

    @Test
    void aggregatesHaveAVersion() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should(new ArchCondition<>("have a @Version or be part of what has one") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean versioned =
                                type.getAllFields().stream().anyMatch(f -> f.isAnnotatedWith(Version.class));
                        events.add(new SimpleConditionEvent(
                                type, versioned || PARTS.contains(type.getSimpleName()), type.getName()));
                    }
                })
                .check(House.CLASSES);
    }
}
