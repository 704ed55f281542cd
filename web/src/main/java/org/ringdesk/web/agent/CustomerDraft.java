package org.ringdesk.web.agent;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.NewCustomer;

/** The fields of the new-customer form. */
public class CustomerDraft implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String FORM = "newCustomer:";
    private static final Map<String, String> FIELDS = Map.of(
            "customer.name.missing", "lastName",
            "customer.phone.invalid", "phone",
            "customer.address.missing", "street",
            "customer.email.invalid", "email");

    private @Nullable String firstName;
    private @Nullable String lastName;
    private @Nullable String company;
    private @Nullable String email;
    private @Nullable String phone;
    private @Nullable String street;
    private @Nullable String postalCode;
    private @Nullable String city;
    private String country;
    private String language;

    CustomerDraft(String phone, String country, String language) {
        this.phone = phone;
        this.country = country;
        this.language = language;
    }

    NewCustomer asTyped() {
        return new NewCustomer(
                getFirstName(),
                getLastName(),
                company,
                email,
                text(phone),
                language,
                text(street),
                getPostalCode(),
                text(city),
                country);
    }

    /** The client id of the field a refusal is about; null for the form as a whole. */
    static @Nullable String fieldOf(String refusalKey) {
        String field = FIELDS.get(refusalKey);
        return field == null ? null : FORM + field;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    public String getFirstName() {
        return text(firstName);
    }

    public void setFirstName(@Nullable String firstName) {
        this.firstName = firstName;
    }

    public String getLastName() {
        return text(lastName);
    }

    public void setLastName(@Nullable String lastName) {
        this.lastName = lastName;
    }

    public @Nullable String getCompany() {
        return company;
    }

    public void setCompany(@Nullable String company) {
        this.company = company;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone;
    }

    public @Nullable String getStreet() {
        return street;
    }

    public void setStreet(@Nullable String street) {
        this.street = street;
    }

    public String getPostalCode() {
        return text(postalCode);
    }

    public void setPostalCode(@Nullable String postalCode) {
        this.postalCode = postalCode;
    }

    public @Nullable String getCity() {
        return city;
    }

    public void setCity(@Nullable String city) {
        this.city = city;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
