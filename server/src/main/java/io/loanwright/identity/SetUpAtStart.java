package io.loanwright.identity;

import io.loanwright.organization.OrganizationProfile.Registration;
import io.loanwright.organization.OrganizationSettings;
import io.loanwright.organization.SettingsText;
import java.time.ZoneId;
import java.util.Currency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sets an empty installation up from {@code LOANWRIGHT_ADMIN_EMAIL} and {@code
 * LOANWRIGHT_ADMIN_PASSWORD}, before the first request can come; does nothing without them or where
 * somebody has done it.
 */
@Component
class SetUpAtStart implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(SetUpAtStart.class);
  private static final Currency CURRENCY = Currency.getInstance("USD");

  private final FirstUser firstUser;
  private final String email;
  private final String password;
  private final ZoneId machineZone;

  SetUpAtStart(
      FirstUser firstUser,
      @Value("${loanwright.admin-email:}") String email,
      @Value("${loanwright.admin-password:}") String password) {
    this.firstUser = firstUser;
    this.email = email.strip();
    this.password = password;
    this.machineZone = ZoneId.systemDefault();
  }

  /** Returns whether the environment names the first administrator. */
  boolean isGiven() {
    return !email.isEmpty() && !password.isEmpty();
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!isGiven() || !firstUser.isNeeded()) {
      return;
    }
    requireUsablePassword();
    ZoneId zone = SettingsText.timeZone(machineZone.getId()).orElse(ZoneId.of("UTC"));
    OrganizationSettings settings =
        new OrganizationSettings("Loanwright", CURRENCY, zone, "en", Registration.OPEN, null, null);
    NewUser administrator =
        new NewUser("Administrator", email, null, null, password, Role.ADMIN, null);
    if (firstUser.make(settings, "Main", administrator)) {
      LOG.info("The installation is set up with administrator {}", email);
    }
  }

  /** A common password is the operator's own risk, for machines that are thrown away. */
  private void requireUsablePassword() {
    if (CommonPasswords.contains(password)) {
      LOG.warn("LOANWRIGHT_ADMIN_PASSWORD is one of those that are guessed first; change it");
      return;
    }
    Passwords.objection(password)
        .ifPresent(objection -> {
          throw new IllegalStateException("LOANWRIGHT_ADMIN_PASSWORD " + objection);
        });
  }
}
