package org.ringdesk.testing;

import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as built, with a web module more that works through its front doors. */
public final class EarWith {
    private EarWith() {}

    /** @param war served below its name without the ending */
    public static EnterpriseArchive module(Path ear, WebArchive war) {
        EnterpriseArchive archive = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, ear.toFile());
        archive.addAsModule(war);
        archive.delete("META-INF/application.xml");
        archive.setApplicationXML(
                new StringAsset("""
                        <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
                          <application-name>ringdesk</application-name>
                          <initialize-in-order>true</initialize-in-order>
                          <module><connector>cti-adapter.rar</connector></module>
                          <module><ejb>ejb.jar</ejb></module>
                          <module><web><web-uri>web.war</web-uri><context-root>/</context-root></web></module>
                          <module><web><web-uri>%s</web-uri><context-root>/%s</context-root></web></module>
                          <library-directory>lib</library-directory>
                        </application>
                        """.formatted(war.getName(), war.getName().replaceFirst("\\.war$", ""))));
        return archive;
    }

    /** What such a module needs of the server beside the EAR's own. */
    public static StringAsset manifest() {
        return new StringAsset("Manifest-Version: 1.0\nDependencies: org.wildfly.security.elytron-base,"
                + " org.eclipse.persistence, org.eclipse.angus.mail, jdk.httpserver\n");
    }
}
