package io.loanwright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"password", "PassWord1", "12345678", " qwertyuiop ", "trustno1", "!qaz2wsx"})
  void whatManyPeopleHaveIsRefused(String password) {
    assertThat(Passwords.objection(password))
        .hasValueSatisfying(words -> assertThat(words).contains("guessed first"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horse battery", "Tr0ub4dor&3", "лошадь батарея"})
  void othersPass(String password) {
    assertThat(Passwords.objection(password)).isEmpty();
  }

  @Test
  void lengthIsCountedInCharactersAndBytes() {
    assertThat(Passwords.objection("sevenxx")).hasValue("must have at least 8 characters");
    assertThat(Passwords.objection("я".repeat(37))).hasValue("must not be longer than 72 bytes");
    assertThat(Passwords.objection("        ")).hasValue("must not be blank");
  }
}
