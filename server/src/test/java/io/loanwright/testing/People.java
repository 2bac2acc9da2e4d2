package io.loanwright.testing;

import io.loanwright.access.Caller;
import io.loanwright.identity.NewUser;
import io.loanwright.identity.UserAccount;
import io.loanwright.identity.UserOutcome;
import io.loanwright.identity.Users;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;

/** The people of a FlowTest: somebody of each role, signed in, and as many more as a test wants. */
@Lazy
public class People {

  /** The administrator that each application under test starts with. */
  public static final String ADMIN_EMAIL = "admin@loanwright.test";

  /** Much less than an access token lives: on a busy machine all tests take longer than that. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  /** Everybody's password. */
  public static final String PASSWORD = "correct horse battery";

  private final ObjectProvider<Http> http;
  private final Users users;
  private final Map<String, String> emails = new ConcurrentHashMap<>();
  private final Map<String, SignedIn> signedIn = new ConcurrentHashMap<>();

  /** A client and when it was signed in, by the clock of {@link System#nanoTime}. */
  private record SignedIn(Http client, long atNanos) {

    boolean isFresh() {
      return System.nanoTime() - atNanos < FRESH.toNanos();
    }
  }

  People(ObjectProvider<Http> http, Users users) {
    this.http = http;
    this.users = users;
  }

  /** Returns a client that is signed in as the first administrator. */
  public Http administrator() {
    return signedInAs(ADMIN_EMAIL);
  }

  /** Returns a client that is signed in as somebody of a role, always the same person. */
  public Http as(String role) {
    return signedInAs(emails.computeIfAbsent(role, _ -> create(role, null).email()));
  }

  private Http signedInAs(String email) {
    return signedIn
        .compute(
            email,
            (_, known) ->
                known != null && known.isFresh()
                    ? known
                    : new SignedIn(signIn(email), System.nanoTime()))
        .client();
  }

  /** Makes a user of a role; signing in is up to the test. */
  public UserAccount create(String role, @Nullable UUID branchId) {
    String email =
        role.toLowerCase(java.util.Locale.ROOT) + "." + UUID.randomUUID() + "@loanwright.test";
    NewUser user = new NewUser("Test " + role, email, null, null, PASSWORD, role, branchId);
    UserOutcome outcome = users.create(Caller.system("test"), user);
    if (outcome instanceof UserOutcome.Kept kept) {
      return kept.user();
    }
    throw new AssertionError(outcome);
  }

  /** Makes a role and returns a client that is signed in as somebody of it. */
  public Http whoMay(String role, Map<String, String> permissions) {
    makeRole(role, permissions);
    return as(role);
  }

  /**
   * The same of a role that may some of it up to amounts only.
   *
   * @param limits permissions with an amount and a currency each
   */
  public Http whoMay(
      String role, Map<String, String> permissions, List<Map<String, String>> limits) {
    makeRole(role, permissions);
    String path = "/api/roles/" + role;
    Http admin = administrator();
    admin
        .with("If-Match", admin.get(path).expect(200).header("ETag"))
        .patch(path, Map.of("limits", limits))
        .expect(200);
    return as(role);
  }

  private void makeRole(String role, Map<String, String> permissions) {
    administrator()
        .post("/api/roles", Map.of("code", role, "name", role, "permissions", permissions))
        .expect(201);
  }

  /** Makes a branch where nobody and nothing is yet. */
  public UUID branch() {
    String code = UUID.randomUUID().toString().substring(0, 12);
    return administrator()
        .post("/api/branches", Map.of("code", code, "name", "Branch " + code))
        .expect(201)
        .id();
  }

  /** Returns a client that is signed in with an e-mail address and {@link #PASSWORD}. */
  public Http signIn(String email) {
    Answer answer =
        http.getObject().post("/api/auth/login", Map.of("login", email, "password", PASSWORD));
    return http.getObject().bearer(answer.expect(200).text("/accessToken"));
  }
}
