package io.loanwright.demo;

import io.loanwright.engine.money.Currency;
import io.loanwright.identity.FirstUser;
import io.loanwright.identity.NewUser;
import io.loanwright.identity.Role;
import io.loanwright.organization.Organization;
import io.loanwright.organization.OrganizationProfile.Registration;
import io.loanwright.organization.OrganizationSettings;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Fills an organization in which nothing has been done yet, for {@code ./loanwright run --demo},
 * before the program says that it is ready; prints who may sign in.
 */
@Component
@ConditionalOnBooleanProperty("loanwright.demo")
class DemoAtStart implements ApplicationRunner {

  private static final int YEARS = 2;
  private static final String ADMINISTRATOR = "admin@demo.test";
  private static final java.util.Currency CURRENCY = java.util.Currency.getInstance("USD");

  private final FirstUser firstUser;
  private final Organization organization;
  private final DemoStaff staff;
  private final DemoProducts offer;
  private final DemoCapital capital;
  private final DemoLending lending;
  private final int borrowers;
  private final PrintStream terminal = System.out;

  DemoAtStart(
      FirstUser firstUser,
      Organization organization,
      DemoStaff staff,
      DemoProducts offer,
      DemoCapital capital,
      DemoLending lending,
      @Value("${loanwright.demo-borrowers:2000}") int borrowers) {
    this.firstUser = firstUser;
    this.organization = organization;
    this.staff = staff;
    this.offer = offer;
    this.capital = capital;
    this.lending = lending;
    this.borrowers = borrowers;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (offer.isMade()) {
      terminal.println("The organization has products already: nothing was filled in.");
      return;
    }
    String password = password();
    boolean isFirst = setUp(password);
    LocalDate last = organization.businessDate();
    LocalDate first = last.minusYears(YEARS);
    terminal.println("Filling the demo, from " + first + " to " + last + " ...");
    DemoStaff.Team team = staff.hire(password);
    Currency currency = Currency.of(organization.current().currency().getCurrencyCode());
    capital.payIn(team, first, currency);
    DemoLending.Plan plan =
        new DemoLending.Plan(team, offer.make(currency), borrowers, first, last);
    DemoLending.Figures figures = lending.liveThrough(plan);
    terminal.println(figures.inWords());
    print(isFirst, team.signIns(), password);
  }

  private boolean setUp(String password) {
    OrganizationSettings settings =
        new OrganizationSettings(
            "Harbour Microfinance", CURRENCY, ZoneOffset.UTC, "en", Registration.OPEN, null, null);
    return firstUser.make(
        settings,
        "Harbour",
        new NewUser("Ada Admin", ADMINISTRATOR, null, null, password, Role.ADMIN, null));
  }

  private void print(boolean isFirst, List<DemoStaff.SignIn> signIns, String password) {
    terminal.println("Sign in with the password " + password + " as");
    if (isFirst) {
      terminal.println("  %-28s %s".formatted(ADMINISTRATOR, "Administrator"));
    }
    for (DemoStaff.SignIn signIn : signIns) {
      terminal.println("  %-28s %s".formatted(signIn.email(), signIn.what()));
    }
  }

  /** A password of its own for each demo: what everybody knows is no password. */
  private static String password() {
    byte[] random = new byte[6];
    new SecureRandom().nextBytes(random);
    return "demo-" + HexFormat.of().formatHex(random);
  }
}
