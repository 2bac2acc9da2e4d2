package io.loanwright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PasswordsTest {

  private final Passwords passwords = new Passwords();

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
  void lengthIsCountedInCharacters() {
    assertThat(Passwords.objection("sevenxx")).hasValue("must have at least 8 characters");
    assertThat(Passwords.objection("я".repeat(128))).isEmpty();
    assertThat(Passwords.objection("😀".repeat(128))).isEmpty();
    assertThat(Passwords.objection("я".repeat(129))).hasValue("must have at most 128 characters");
    assertThat(Passwords.objection("        ")).hasValue("must not be blank");
  }

  @Test
  void nothingOfALongPasswordIsCutOff() {
    String hash = passwords.encode("я".repeat(127) + "a");

    assertThat(passwords.matches("я".repeat(127) + "a", hash)).isTrue();
    assertThat(passwords.matches("я".repeat(127) + "b", hash)).isFalse();
    assertThat(passwords.matches("я".repeat(127), hash)).isFalse();
    assertThat(passwords.matches("zero\0one", passwords.encode("zero\0two"))).isFalse();
  }

  @Test
  void whatAnEarlierVersionKeptStillMatchesAndIsKeptAnew() {
    String old = "{bcrypt}" + new BCryptPasswordEncoder(10).encode("correct horse battery");

    assertThat(passwords.matches("correct horse battery", old)).isTrue();
    assertThat(passwords.matches("x".repeat(73), old)).isFalse();
    String renewed = passwords.renewed("correct horse battery", old).orElseThrow();
    assertThat(renewed).startsWith("{hmac-bcrypt}$2a$10$");
    assertThat(passwords.matches("correct horse battery", renewed)).isTrue();
    assertThat(passwords.renewed("correct horse battery", renewed)).isEmpty();
  }

  @Test
  void nobodysPasswordMatchesNothing() {
    assertThat(passwords.matches("nobody's password", null)).isFalse();
  }
}
