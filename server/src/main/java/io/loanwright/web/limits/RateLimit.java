package io.loanwright.web.limits;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How many requests a minute may come from one address or one person, the strictest first.
 *
 * <p>Generous for people: a page asks for ten things at once, and a whole office may sit behind one
 * address. Each request takes one from every limit that covers it. What is used comes back evenly
 * over the minute.
 */
enum RateLimit {

  /** What checks or keeps a password or a code: each try costs a hash that is slow on purpose. */
  SIGN_IN(
      Whose.ADDRESS,
      300,
      "POST /api/auth/login",
      "POST /api/auth/register",
      "POST /api/auth/forgotten-password",
      "POST /api/auth/reset-password",
      "POST /api/auth/second-factor",
      "POST /api/auth/passkey",
      "POST /api/auth/passkey/options",
      "POST /api/invitations/accept",
      "GET /api/invitations/open",
      "POST /api/profile/password",
      "POST /api/profile/confirm",
      "POST /api/profile/confirm/passkey",
      "POST /api/profile/confirm/passkey/options",
      "POST /api/profile/passkeys",
      "POST /api/profile/passkeys/options",
      "POST /api/profile/second-factor",
      "POST /api/profile/second-factor/{what}",
      "POST /api/setup"),

  /** What keeps a person signed in: each page that is opened or loaded again asks once. */
  SESSION(Whose.ADDRESS, 1_200, "POST /api/auth/refresh", "POST /api/auth/logout"),

  /** What reads or writes very many records at once. */
  HEAVY(
      Whose.PERSON,
      120,
      "GET /api/exports/{file}",
      "GET /api/borrowers/{id}/personal-data",
      "POST /api/imports",
      "POST /api/imports/preview",
      "POST /api/ledger/verification",
      "POST /api/business-date/close"),

  /** What calculates, searches or keeps files. */
  COSTLY(
      Whose.PERSON,
      1_200,
      "POST /api/calculator/{what}",
      "POST /api/loans/{id}/simulate",
      "GET /api/borrowers?search",
      "GET /api/loans?search",
      "POST /api/borrowers/{id}/documents",
      "POST /api/expenses/{id}/attachments",
      "GET /api/payments/{id}/receipt"),

  /** Everything that somebody who is signed in asks for. */
  USER(Whose.USER, 6_000, "/api/**"),

  /** Everything that comes from one address, whoever asks. */
  ADDRESS(Whose.ADDRESS, 30_000, "/api/**");

  /** Whom a limit counts for. */
  enum Whose {
    /** The address, before it is known who asks. */
    ADDRESS,
    /** The user, and where nobody is signed in the address. */
    PERSON,
    /** The user, if somebody is signed in. */
    USER
  }

  private final Whose whose;
  private final int perMinute;

  @SuppressWarnings("ImmutableEnumChecker") // made once from constants
  private final List<Route> routes;

  RateLimit(Whose whose, int perMinute, String... routes) {
    this.whose = whose;
    this.perMinute = perMinute;
    this.routes = Arrays.stream(routes).map(Route::parse).toList();
  }

  /** Returns the limits of some kinds that cover a request. */
  static List<RateLimit> of(Request request, Whose... kinds) {
    return Arrays.stream(values())
        .filter(limit -> List.of(kinds).contains(limit.whose))
        .filter(limit -> limit.routes.stream().anyMatch(route -> route.covers(request)))
        .toList();
  }

  /** Returns the name of the limit in headers. */
  String policy() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  int perMinute() {
    return perMinute;
  }

  Stream<Route> routes() {
    return routes.stream();
  }
}
