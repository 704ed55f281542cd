package org.ringdesk.cti.real;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A test's constructor is given the stage with the Asterisk of this version, which all tests of a run share. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnAsterisk.Extension.class)
@interface OnAsterisk {
    int value();

    /** Starts it when it is first needed, and stops it after the last test. */
    final class Extension implements ParameterResolver, BeforeEachCallback, AfterEachCallback {
        private static Stage stage(ExtensionContext context) {
            int version = context.getRequiredTestClass()
                    .getAnnotation(OnAsterisk.class)
                    .value();
            return context.getRoot()
                    .getStore(Namespace.create(OnAsterisk.class))
                    .getOrComputeIfAbsent(version, Stage::new, Stage.class);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Stage.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return stage(context);
        }

        @Override
        public void beforeEach(ExtensionContext context) throws Exception {
            stage(context).begin();
        }

        @Override
        public void afterEach(ExtensionContext context) throws Exception {
            Stage stage = stage(context);
            if (context.getExecutionException().isPresent()) {
                System.err.println(context.getDisplayName() + "\n" + stage);
            }
            stage.end(context.getRequiredTestClass().getSimpleName()
                    + '.'
                    + context.getRequiredTestMethod().getName());
        }
    }
}
