package org.sightline.apps.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.apps.model.Approval;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.Permission;
import org.sightline.apps.model.PermissionLevel;
import org.sightline.apps.model.PermissionName;
import org.sightline.apps.model.PermissionUse;
import org.sightline.spi.PermissionCatalogue;

class MergedCatalogueTest {

    private static final String HEADER = "name\tcategory\tmark\tapp\tuser\ten\tja\tzh\n";
    private static final PermissionName EMAIL = new PermissionName("contact:user.email:readonly");
    private static final PermissionName INVOICE = new PermissionName("acme:invoice:read");

    @TempDir
    Path folder;

    private String file(String lines) throws IOException {
        return Files.writeString(folder.resolve("own.tsv"), HEADER + lines).toString();
    }

    private static Permission permission(PermissionName name, String text) {
        PermissionUse use = new PermissionUse(PermissionLevel.ADVANCED, Approval.REVIEW);
        return new Permission(name, Map.of(Locale.ENGLISH, text), "invoices", false, Map.of(Identity.APP, use));
    }

    private static Map<String, Object> ranked(int ranking, long id) {
        return Map.of("service.ranking", ranking, "service.id", id);
    }

    private static String english(MergedCatalogue catalogue, PermissionName name) {
        return catalogue.find(name).orElseThrow().text(Locale.ENGLISH);
    }

    @Test
    void bundlesComeAndGo() {
        MergedCatalogue catalogue = new MergedCatalogue("");
        int shipped = catalogue.list().size();
        PermissionCatalogue low = () -> List.of(permission(INVOICE, "low"), permission(EMAIL, "low"));
        PermissionCatalogue high = () -> List.of(permission(INVOICE, "high"));

        catalogue.bindCatalogue(high, ranked(5, 1));
        catalogue.bindCatalogue(low, ranked(0, 2));
        assertThat(english(catalogue, INVOICE)).isEqualTo("high");
        assertThat(english(catalogue, EMAIL)).isEqualTo("low");
        assertThat(catalogue.list()).hasSize(shipped + 1);

        catalogue.unbindCatalogue(high);
        assertThat(english(catalogue, INVOICE)).isEqualTo("low");
        catalogue.unbindCatalogue(low);
        assertThat(catalogue.find(INVOICE)).isEmpty();
        assertThat(english(catalogue, EMAIL)).isEqualTo("View e-mail addresses of members");
    }

    @Test
    void aBundleThatFailsAddsNothing() {
        MergedCatalogue catalogue = new MergedCatalogue("");
        PermissionCatalogue broken = () -> {
            throw new IllegalStateException("broken");
        };
        int before = catalogue.list().size();

        catalogue.bindCatalogue(broken, ranked(0, 1));

        assertThat(catalogue.list()).hasSize(before);
    }

    @Test
    void theOperatorsFileHasTheLastWord() throws IOException {
        MergedCatalogue catalogue = new MergedCatalogue(
                file("acme:invoice:read\tinvoices\t-\tnon_sensitive/review\tadvanced\tView\t見る\t看\n"));
        catalogue.bindCatalogue(() -> List.of(permission(INVOICE, "of a bundle")), ranked(9, 1));

        Permission invoice = catalogue.find(INVOICE).orElseThrow();
        assertThat(invoice.text(Locale.JAPAN)).isEqualTo("見る");
        assertThat(invoice.text(Locale.FRENCH)).isEqualTo("View");
        assertThat(invoice.identities())
                .containsEntry(Identity.APP, new PermissionUse(PermissionLevel.NON_SENSITIVE, Approval.REVIEW))
                .containsEntry(Identity.USER, new PermissionUse(PermissionLevel.ADVANCED, Approval.AUTO));
    }

    @ParameterizedTest
    @CsvSource({
        "'a:b\tc\t-\tadvanced\tadvanced\tView\t見る', '8'",
        "'A:b\tc\t-\tadvanced\t-\tView\t見る\t看', 'name'",
        "'a:b\tc\tmaybe\tadvanced\t-\tView\t見る\t看', 'mark'",
        "'a:b\tc\t-\thigh\t-\tView\t見る\t看', 'level'",
        "'a:b\tc\t-\tadvanced/soon\t-\tView\t見る\t看', 'slash'",
        "'a:b\tc\t-\t-\t-\tView\t見る\t看', 'identity'"
    })
    void aWrongLineIsNamed(String line, String why) throws IOException {
        String file = file("# a comment\n" + line + "\n");

        assertThatThrownBy(() -> new MergedCatalogue(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining(why);
    }
}
