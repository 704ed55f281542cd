package org.ringdesk.catalog.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.ProductSheet;
import org.ringdesk.shared.SearchText;

/** Something that can be sold, in the channels that have a price for it. */
@Entity
@Table(name = "product")
public class Product {
    private static final String NO_PICTURE = "no-picture.svg";
    private static final int NAMED = 300;
    private static final int SEARCHED = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "product_id")
    @SequenceGenerator(name = "product_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    private ProductNumber number;

    /** The same as text, in whose order products are read. */
    @Column(name = "number", insertable = false, updatable = false)
    private String numberText;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "name_de")
    private String nameDe;

    @Column(name = "search_name")
    private String searchName;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "category_id")
    private Category category;

    private String picture;
    private @Nullable String barcode;

    @Column(name = "tax_class")
    private String taxClass;

    /** What it is counted in. */
    private String unit = "PCS";

    /** What it is sold in where nobody says another unit, if that is not the one it is counted in. */
    @Column(name = "sales_unit")
    private @Nullable String salesUnit;

    private boolean active;

    @Embedded
    private SaleRules rules = new SaleRules();

    private String attributes = "";

    /** Everything it is found by. */
    @Column(name = "search_text")
    private String searchText;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Product() {}

    public Product(ProductEntry entry) {
        number = entry.number();
        numberText = number.value();
        picture = NO_PICTURE;
        taxClass = "STANDARD";
        active = true;
        revise(entry);
    }

    /** What was not said stays as it is. */
    public final void revise(ProductEntry entry) {
        nameEn = entry.nameEn();
        nameDe = entry.nameDe();
        searchName = searchName(entry);
        category = entry.category();
        barcode = entry.barcode() == null ? barcode : entry.barcode();
        taxClass = entry.taxClass() == null ? taxClass : entry.taxClass();
        picture = entry.picture() == null ? picture : entry.picture();
        active = entry.active() == null ? active : entry.active();
        attributes =
                entry.attributes() == null ? attributes : entry.attributes().toString();
        rules.revise(entry.rules());
        searchText = searchText();
        salesUnit = entry.salesUnit() == null ? salesUnit : entry.salesUnit().equals(unit) ? null : entry.salesUnit();
    }

    /** Whether {@link #revise} would change nothing. */
    public boolean isAs(ProductEntry entry) {
        return nameEn.equals(entry.nameEn())
                && nameDe.equals(entry.nameDe())
                && category.code().equals(entry.category().code())
                && (entry.barcode() == null || entry.barcode().equals(barcode))
                && (entry.taxClass() == null || entry.taxClass().equals(taxClass))
                && (entry.picture() == null || entry.picture().equals(picture))
                && (entry.active() == null || entry.active() == active)
                && (entry.attributes() == null || entry.attributes().toString().equals(attributes))
                && rules.isAs(entry.rules())
                && (entry.salesUnit() == null || entry.salesUnit().equals(salesUnit == null ? unit : salesUnit));
    }

    private static String searchName(ProductEntry entry) {
        return cut(SearchText.of(entry.number().value() + ' ' + entry.nameEn() + ' ' + entry.nameDe()), NAMED);
    }

    private String searchText() {
        String others = category.code() + ' ' + category.name("en") + ' ' + category.name("de") + ' ' + attributes;
        return cut(searchName + (barcode == null ? "" : ' ' + barcode) + ' ' + SearchText.of(others), SEARCHED);
    }

    public String unit() {
        return unit;
    }

    public @Nullable String salesUnit() {
        return salesUnit;
    }

    /** Whether the unit is the usual one; where none is, the base unit is. */
    public void sellIn(String code, boolean usually) {
        if (usually) {
            salesUnit = code;
        } else if (code.equals(salesUnit)) {
            salesUnit = null;
        }
    }

    /** @param stock pieces on hand */
    public ProductSheet sheet(int stock, List<ProductSheet.Price> prices) {
        return new ProductSheet(
                number, nameEn, nameDe, category.code(), barcode, taxClass, picture, active, stock, prices);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    public long id() {
        return id;
    }

    public ProductNumber number() {
        return number;
    }
}
