package org.sightline.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.jaas.modules.EncryptionService;
import org.junit.jupiter.api.Test;
import org.osgi.framework.hooks.weaving.WovenClass;
import org.osgi.framework.wiring.BundleWiring;

class SubjectWeaverTest {

    private final SubjectWeaver weaver = new SubjectWeaver();

    @Test
    void redirectsTheRefusedCall() throws IOException {
        GivenClass woven = new GivenClass("org.apache.karaf.test.AsksForSubject", bytesOf(AsksForSubject.class));

        weaver.weave(woven);

        assertThat(new String(woven.bytes, StandardCharsets.ISO_8859_1))
                .contains("org/sightline/console/ConsoleSubject");
        assertThat(woven.imports).containsExactly("org.sightline.console");
    }

    @Test
    void leavesOtherClassesOfKarafAsTheyAre() throws IOException {
        byte[] before = bytesOf(EncryptionService.class);
        GivenClass woven = new GivenClass(EncryptionService.class.getName(), before);

        weaver.weave(woven);

        assertThat(woven.bytes).isSameAs(before);
        assertThat(woven.imports).isEmpty();
    }

    @Test
    void doesNotLookAtTheClassesOfOthers() throws IOException {
        byte[] before = bytesOf(AsksForSubject.class);
        GivenClass woven = new GivenClass(AsksForSubject.class.getName(), before);

        weaver.weave(woven);

        assertThat(woven.bytes).isSameAs(before);
    }

    private static byte[] bytesOf(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream('/' + type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }

    /** Makes the call that Java 24 refuses. */
    @SuppressWarnings("removal")
    static final class AsksForSubject {

        static Object ask() {
            return javax.security.auth.Subject.getSubject(java.security.AccessController.getContext());
        }
    }

    private static final class GivenClass implements WovenClass {

        private final String name;
        private final List<String> imports = new ArrayList<>();
        private byte[] bytes;

        GivenClass(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        @Override
        public byte[] getBytes() {
            return bytes;
        }

        @Override
        public void setBytes(byte[] newBytes) {
            bytes = newBytes;
        }

        @Override
        public List<String> getDynamicImports() {
            return imports;
        }

        @Override
        public boolean isWeavingComplete() {
            return false;
        }

        @Override
        public String getClassName() {
            return name;
        }

        @Override
        public ProtectionDomain getProtectionDomain() {
            return EncryptionService.class.getProtectionDomain();
        }

        @Override
        public Class<?> getDefinedClass() {
            throw new IllegalStateException("not defined yet");
        }

        @Override
        public BundleWiring getBundleWiring() {
            throw new IllegalStateException("not wired");
        }

        @Override
        public int getState() {
            return TRANSFORMING;
        }
    }
}
