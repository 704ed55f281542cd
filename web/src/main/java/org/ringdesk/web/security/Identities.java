package org.ringdesk.web.security;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.identitystore.DatabaseIdentityStoreDefinition;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import org.ringdesk.shared.Role;

/** Where names and password hashes are kept. For an unknown name a hash nobody has the password of is checked: it takes as long. */
@ApplicationScoped
@DeclareRoles({
    Role.AGENT,
    Role.SUPERVISOR,
    Role.ADMIN,
    Role.CATALOG_FEED,
    Role.CUSTOMER_FEED,
    Role.FULFILMENT,
    Role.ORDER_READER
})
@DatabaseIdentityStoreDefinition(
        dataSourceLookup = "java:jboss/datasources/ringdesk",
        callerQuery = "select coalesce((select password_hash from app_user where login = ? and enabled), '"
                + Identities.NOBODY + "')",
        groupsQuery = "select r.role from app_user_role r join app_user u on u.id = r.user_id where u.login = ?",
        hashAlgorithm = Pbkdf2PasswordHash.class,
        hashAlgorithmParameters = {
            "Pbkdf2PasswordHash.Algorithm=PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations=210000",
            "Pbkdf2PasswordHash.SaltSizeBytes=32",
            "Pbkdf2PasswordHash.KeySizeBytes=32"
        })
public class Identities {
    static final String NOBODY = "PBKDF2WithHmacSHA512:210000:"
            + "WSDk7PJuSdKh73ZuGaqutGVbIcPBSRigd0HyAP9I5zk=:VDIPJkZCuuXqBVWkl2MaTtmyzLjDYVGIA78fOU1Hhys=";
}
