package io.loanwright.live.book;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.loanwright.access.Caller;
import io.loanwright.access.Origin;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.live.Program;
import io.loanwright.loan.rule.ProductRules;
import io.loanwright.product.ProductDefinition;
import io.loanwright.testing.Http;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens the branches of a book, employs people in them and offers products.
 *
 * <p>People have the password of the administrator.
 */
final class Founding {

  private static final int BRANCHES = 8;
  private static final int OFFICERS = 4;
  private static final String CURRENCY = "USD";

  private static final List<String> PLACES =
      List.of(
          "Old Town",
          "Riverside",
          "North Gate",
          "Hillside",
          "Market Hall",
          "Station",
          "South Quay",
          "West End");

  /** As ProductStore reads it: a question such as Money.isZero() is no part of what is stored. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(Visibility.NONE))
          .build();

  private static final String EMPLOY =
      """
      INSERT INTO identity.user_account (id, name, email, password_hash, role, branch_id, status)
      SELECT gen_random_uuid(), ?, ?, password_hash, ?, ?, 'ACTIVE'
        FROM identity.user_account
       WHERE email = ?
      RETURNING id
      """;

  private final Http http;
  private final Connection connection;
  private final boolean isPenal;

  private Founding(Http http, Connection connection, boolean isPenal) {
    this.http = http;
    this.isPenal = isPenal;
    this.connection = connection;
  }

  /** What is offered, but for the terms. */
  private record Plan(
      String name,
      int percent,
      int least,
      int most,
      Map<String, Object> terms,
      List<Integer> lengths) {}

  /**
   * Founds a lender.
   *
   * @param isPenal whether every product has a penalty, from the day after a due date on
   */
  static Lending found(Program program, boolean isPenal) throws SQLException {
    try (Connection connection = program.connect()) {
      return new Founding(program.administrator(), connection, isPenal).found();
    }
  }

  private Lending found() throws SQLException {
    List<Lending.Desk> desks = new ArrayList<>();
    for (int i = 0; i < BRANCHES; i++) {
      desks.add(desk("B" + i, PLACES.get(i)));
    }
    List<Lending.Offer> offers = new ArrayList<>();
    for (Plan plan : plans()) {
      offers.add(offer(plan));
    }
    return new Lending(
        one("SELECT name FROM organization.profile"),
        one("SELECT time_zone FROM organization.profile"),
        desks,
        offers,
        accounts(),
        LocalDate.parse(http.get("/api/business-date").expect(200).text("/businessDate")));
  }

  private static List<Plan> plans() {
    Map<String, Object> salary = terms("MONTHS", "24");
    Map<String, Object> business = terms("MONTHS", "18.5");
    business.put("amortization", "EQUAL_PRINCIPAL");
    Map<String, Object> home = terms("MONTHS", "15");
    Map<String, Object> motorbike = terms("MONTHS", "28");
    motorbike.put("penalty", penalty(3));
    Map<String, Object> harvest = terms("MONTHS", "21");
    harvest.put("amortization", "INTEREST_ONLY");
    Map<String, Object> market = terms("WEEKS", "30");
    market.put("interestMethod", "FLAT");
    market.put(
        "charges", List.of(Map.of("name", "Processing fee", "percent", "2", "at", "DISBURSEMENT")));
    return List.of(
        new Plan("Salary loan", 38, 300, 4000, salary, List.of(6, 12, 18, 24)),
        new Plan("Business loan", 18, 2000, 20_000, business, List.of(12, 24, 36, 48)),
        new Plan("Home improvement loan", 14, 3000, 30_000, home, List.of(36, 48, 60)),
        new Plan("Motorbike loan", 12, 800, 3500, motorbike, List.of(12, 18, 24)),
        new Plan("Harvest loan", 8, 200, 2500, harvest, List.of(6, 9, 12)),
        new Plan("Market trader loan", 10, 100, 1200, market, List.of(12, 26, 52)));
  }

  private static Map<String, Object> terms(String unit, String annualRate) {
    Map<String, Object> terms = new HashMap<>();
    terms.put("unit", unit);
    terms.put("every", 1);
    terms.put("annualRate", annualRate);
    return terms;
  }

  private static Map<String, Object> penalty(int toleranceDays) {
    return Map.of("toleranceDays", toleranceDays, "basis", "PERCENT_OF_OVERDUE", "value", "2");
  }

  private Lending.Desk desk(String code, String name) throws SQLException {
    UUID id = http.post("/api/branches", Map.of("code", code, "name", name)).expect(201).id();
    List<Caller> officers = new ArrayList<>();
    for (int i = 1; i <= OFFICERS; i++) {
      officers.add(employ("LOAN_OFFICER", "Officer " + i + " of " + name, code + ".o" + i, id));
    }
    return new Lending.Desk(
        id,
        name,
        officers,
        employ("MANAGER", "Manager of " + name, code + ".manager", id),
        employ("TELLER", "Teller of " + name, code + ".teller", id));
  }

  private Caller employ(String role, String name, String login, UUID branchId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(EMPLOY)) {
      statement.setString(1, name);
      statement.setString(2, login.toLowerCase(Locale.ROOT) + "@loanwright.test");
      statement.setString(3, role);
      statement.setObject(4, branchId);
      statement.setString(5, Program.ADMIN);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        UUID id = row.getObject(1, UUID.class);
        return new Caller(id, name, role, Map.of(), List.of(), branchId, null, Origin.LOCAL);
      }
    }
  }

  private Lending.Offer offer(Plan plan) throws SQLException {
    Map<String, Object> fields = new HashMap<>(plan.terms());
    if (isPenal) {
      fields.put("penalty", penalty(0));
    }
    fields.put("name", plan.name());
    fields.put("currency", CURRENCY);
    fields.put("repayments", plan.lengths().getFirst());
    fields.put("minPrincipal", String.valueOf(plan.least()));
    fields.put("maxPrincipal", String.valueOf(plan.most()));
    UUID id = http.post("/api/products", fields).expect(201).id();
    ProductDefinition definition = definition(id);
    List<LoanTerms> terms = new ArrayList<>();
    for (int length : plan.lengths()) {
      terms.add(ProductRules.agreed(definition.terms(), null, length));
    }
    return new Lending.Offer(
        id, definition, plan.percent(), plan.least(), plan.most(), List.copyOf(terms));
  }

  private ProductDefinition definition(UUID product) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT definition FROM product.version WHERE product_id = ?")) {
      statement.setObject(1, product);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return JSON.readValue(row.getString(1), ProductDefinition.class);
      }
    }
  }

  private Map<String, UUID> accounts() throws SQLException {
    Map<String, UUID> accounts = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT code, id FROM ledger.account")) {
      while (rows.next()) {
        accounts.put(rows.getString(1), rows.getObject(2, UUID.class));
      }
    }
    return accounts;
  }

  private String one(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
