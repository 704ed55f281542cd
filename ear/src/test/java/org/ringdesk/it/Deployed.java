package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringdesk.shared.Refusal;

/** The EAR as built, with the tests in a WAR beside it. */
@ExtendWith(ArquillianExtension.class)
public abstract class Deployed {

    @Deployment
    public static EnterpriseArchive ear() {
        WebArchive tests = ShrinkWrap.create(WebArchive.class, "tests.war")
                .addPackages(true, "org.ringdesk.it", "org.assertj", "org.awaitility", "org.hamcrest")
                .addAsLibrary(jarOf(GreenMail.class))
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsManifestResource(
                        new StringAsset(
                                "Manifest-Version: 1.0\nDependencies: org.wildfly.security.elytron-base, org.eclipse.persistence, org.eclipse.angus.mail, jdk.httpserver\n"),
                        "MANIFEST.MF");
        EnterpriseArchive ear =
                ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("ringdesk.ear")));
        ear.addAsModule(Testable.archiveToTest(tests));
        ear.delete("META-INF/application.xml");
        ear.setApplicationXML(new StringAsset("""
                        <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
                          <application-name>ringdesk</application-name>
                          <initialize-in-order>true</initialize-in-order>
                          <module><connector>cti-adapter.rar</connector></module>
                          <module><ejb>ejb.jar</ejb></module>
                          <module><web><web-uri>web.war</web-uri><context-root>/</context-root></web></module>
                          <module><web><web-uri>tests.war</web-uri><context-root>/tests</context-root></web></module>
                          <library-directory>lib</library-directory>
                        </application>
                        """));
        return ear;
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    static void refused(String key, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key())
                .isEqualTo(key));
    }

    /** All begin together. @return what each came to, in their order */
    static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work, 60, TimeUnit.SECONDS)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
