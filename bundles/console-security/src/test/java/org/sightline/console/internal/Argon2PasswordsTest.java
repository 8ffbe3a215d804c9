package org.sightline.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordsTest {

    private final Argon2Passwords service = new Argon2Passwords();
    private final org.apache.karaf.jaas.modules.Encryption passwords = service.createEncryption(Map.of());

    @Test
    void recognisesItsOwnHashAndNoOtherPassword() {
        String hash = passwords.encryptPassword("correct horse, battery");

        assertThat(passwords.checkPassword("correct horse, battery", hash)).isTrue();
        assertThat(passwords.checkPassword("correct horse, batterz", hash)).isFalse();
        assertThat(passwords.checkPassword("", hash)).isFalse();
    }

    @Test
    void saltsEachHash() {
        assertThat(passwords.encryptPassword("same")).isNotEqualTo(passwords.encryptPassword("same"));
    }

    @Test
    void fitsIntoTheUsersFile() {
        assertThat(passwords.encryptPassword("x,y=z")).matches("[A-Za-z0-9$_-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "argon2id$1$1$c2FsdA",
                "argon2id$x$2$c2FsdA$aGFzaA",
                "argon2id$64$2$*$aGFzaA",
                "bcrypt$64$2$c2FsdHNhbHQ$aGFzaA"
            })
    void refusesWhatIsNoHashOfItsOwn(String stored) {
        assertThat(passwords.checkPassword("plain", stored)).isFalse();
    }
}
