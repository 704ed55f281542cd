package org.ringdesk.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.metamodel.EntityType;
import java.util.List;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;

/** Without weaving EclipseLink works, but loads eagerly and compares every field at commit: better not to start. */
@ApplicationScoped
class WeavingCheck {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    void mustBeOn() {
        List<String> plain = em.getMetamodel().getEntities().stream()
                .map(EntityType::getJavaType)
                .filter(type -> !PersistenceWeaved.class.isAssignableFrom(type))
                .map(Class::getName)
                .toList();
        if (!plain.isEmpty()) {
            throw new IllegalStateException("EclipseLink did not weave " + plain);
        }
    }
}
