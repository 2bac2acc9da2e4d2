package io.loanwright.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loanwright.identity.web.SetUpController.NewAdministrator;
import io.loanwright.identity.web.SetUpController.NewOrganization;
import io.loanwright.identity.web.SetUpController.SetUp;
import io.loanwright.web.FieldError;
import io.loanwright.web.ProblemException;
import org.junit.jupiter.api.Test;

class SetUpControllerTest {

  @Test
  void allThatMakesNoSenseIsNamedAtOnce() {
    SetUp typed = typed("XQX", "Africa/Nairobbi", "password1");

    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> SetUpController.requireSense(typed));

    assertThat(refused.errors())
        .extracting(FieldError::field)
        .containsExactly(
            "organization.currency", "organization.timeZone", "administrator.password");
  }

  @Test
  void whatMakesSensePasses() {
    SetUp typed = typed("KES", "Africa/Nairobi", "four horses in a boat");

    assertThatCode(() -> SetUpController.requireSense(typed)).doesNotThrowAnyException();
  }

  private static SetUp typed(String currency, String timeZone, String password) {
    return new SetUp(
        "code",
        new NewOrganization("Harbour", currency, timeZone, "en-KE", null, null),
        new NewAdministrator("Ada", "ada@example.org", password));
  }
}
