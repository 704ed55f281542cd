package org.ringdesk.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The compiled house and its floor plan. */
final class House {
    /** Each room and the rooms whose front doors it may use. */
    static final Map<String, Set<String>> MAY_SEE = Map.ofEntries(
            Map.entry("cti", Set.of()),
            Map.entry("shared", Set.of()),
            Map.entry("container", Set.of("cti")),
            Map.entry("administration", Set.of("shared")),
            Map.entry("customers", Set.of("shared", "administration")),
            Map.entry("catalog", Set.of("shared", "administration")),
            Map.entry("pricing", Set.of("shared", "administration", "catalog")),
            Map.entry("orders", Set.of("shared", "administration", "customers", "catalog", "pricing", "cti")),
            Map.entry("payments", Set.of("shared", "administration", "customers", "orders")),
            Map.entry("agents", Set.of("shared", "administration", "cti")),
            Map.entry("calls", Set.of("shared", "administration", "customers", "orders", "agents", "cti")),
            Map.entry("imports", Set.of("shared", "catalog", "customers")),
            Map.entry("mail", Set.of("shared", "administration", "customers", "catalog", "orders", "payments")),
            Map.entry("webhooks", Set.of("shared", "administration", "orders")),
            Map.entry("demo", Set.of("shared", "administration", "customers", "catalog", "orders", "payments")),
            Map.entry("start", Set.of("shared", "administration", "demo")),
            Map.entry(
                    "web",
                    Set.of(
                            "shared",
                            "administration",
                            "customers",
                            "catalog",
                            "pricing",
                            "orders",
                            "payments",
                            "agents",
                            "calls",
                            "imports",
                            "mail",
                            "webhooks",
                            "cti")));

    private static final Set<String> BACK_ROOMS = Set.of("domain", "store", "gateway", "telephony");

    static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(List.of(
                    built("cti-adapter/api"),
                    built("cti-adapter/rar"),
                    built("ejb"),
                    built("ear/container"),
                    built("web")));

    static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.ringdesk.architecture.planted");

    private House() {}

    private static Path built(String module) {
        return Path.of("..", module, "target", "classes");
    }

    /** The room a class lives in, e.g. {@code orders}; empty for what is not ours. */
    static Optional<String> room(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return type.getPackageName().startsWith("org.ringdesk.") ? Optional.of(parts[2]) : Optional.empty();
    }

    /** Whether a class is behind its room's front door. */
    static boolean isBackRoom(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return room(type).isPresent() && parts.length > 3 && BACK_ROOMS.contains(parts[3]);
    }
}
