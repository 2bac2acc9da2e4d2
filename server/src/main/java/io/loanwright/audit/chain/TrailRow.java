package io.loanwright.audit.chain;

import io.loanwright.audit.proof.Chained.Content;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the trail as it is hashed.
 *
 * <p>Who did it and what it was about are personal: each is sealed as a digest under a salt of its
 * own, so that it can be blanked and the digest stays. A row from before there were salts is sealed
 * as it is, and of a blanked one its leaf is kept. A digest that is kept counts only where nothing
 * is left of what it stands for, and an erasure says so.
 */
record TrailRow(
    UUID id, List<@Nullable String> fields, Part actor, Part subject, @Nullable String leaf) {

  /** What a blanked name says. */
  static final String BLANK = "erased";

  /** All that is hashed of a row, and what stands for what is erased. */
  static final String COLUMNS =
      """
      id,
             ARRAY[(extract(epoch FROM recorded_at) * 1000000)::bigint::text, actor_id::text,
                   actor_name, actor_role, branch_id::text, address, device, action, result,
                   subject_type, subject_id::text, subject_label, before::text, after::text,
                   reason] AS fields,
             actor_salt::text, subject_salt::text, encode(actor_digest, 'hex') AS actor_digest,
             encode(subject_digest, 'hex') AS subject_digest, encode(leaf, 'hex') AS leaf,
             actor_erasure, subject_erasure\
      """;

  static final String ACTOR_KIND = "trail-actor";
  static final String SUBJECT_KIND = "trail-subject";

  static final int RECORDED_AT = 0;
  static final int ACTOR_ID = 1;
  static final int ACTOR_NAME = 2;
  static final int ACTOR_ROLE = 3;
  static final int ADDRESS = 5;
  static final int DEVICE = 6;
  static final int ACTION = 7;
  static final int RESULT = 8;
  static final int SUBJECT_TYPE = 9;
  static final int SUBJECT_ID = 10;
  static final int LABEL = 11;
  private static final List<Integer> PERSONAL =
      List.of(ACTOR_NAME, ADDRESS, DEVICE, LABEL, LABEL + 1, LABEL + 2, LABEL + 3);

  /**
   * A personal part of a row.
   *
   * @param digest what is kept of it where it was blanked
   * @param erasure when it was blanked; null where it was not
   */
  record Part(
      String kind,
      @Nullable String salt,
      @Nullable String digest,
      @Nullable UUID erasure,
      List<@Nullable String> fields) {

    private boolean isBlank() {
      return erasure != null
          && BLANK.equals(fields.getFirst())
          && fields.stream().skip(1).allMatch(field -> field == null || field.isEmpty());
    }

    private KeptOfPart kept() {
      return new KeptOfPart(salt, digest, erasure);
    }

    private boolean isSalted() {
      return salt != null || digest != null;
    }

    /** Returns the digest that is sealed. */
    String sealed(UUID id) {
      if (digest != null && salt == null && isBlank()) {
        return digest;
      }
      List<@Nullable String> salted = new ArrayList<>();
      salted.add(salt);
      salted.addAll(fields);
      return Hash.ofRecord(kind, id, salted).toString();
    }
  }

  /** What is kept of a personal part beside its fields. */
  record KeptOfPart(@Nullable String salt, @Nullable String digest, @Nullable UUID erasure) {}

  static TrailRow of(ResultSet row) throws SQLException {
    return of(
        row.getObject("id", UUID.class),
        Arrays.asList((@Nullable String[]) row.getArray("fields").getArray()),
        new KeptOfPart(
            row.getString("actor_salt"),
            row.getString("actor_digest"),
            row.getObject("actor_erasure", UUID.class)),
        new KeptOfPart(
            row.getString("subject_salt"),
            row.getString("subject_digest"),
            row.getObject("subject_erasure", UUID.class)),
        row.getString("leaf"));
  }

  static TrailRow of(
      UUID id,
      List<@Nullable String> fields,
      KeptOfPart actor,
      KeptOfPart subject,
      @Nullable String leaf) {
    return new TrailRow(
        id,
        fields,
        new Part(
            ACTOR_KIND,
            actor.salt(),
            actor.digest(),
            actor.erasure(),
            Arrays.asList(fields.get(ACTOR_NAME), fields.get(ADDRESS), fields.get(DEVICE))),
        new Part(
            SUBJECT_KIND,
            subject.salt(),
            subject.digest(),
            subject.erasure(),
            fields.subList(LABEL, fields.size())),
        leaf);
  }

  /** Returns a field that every row has. */
  String field(int number) {
    return String.valueOf(fields.get(number));
  }

  /** Returns when the row was recorded, in microseconds since 1970. */
  long recordedAtMicros() {
    return Long.parseLong(field(RECORDED_AT));
  }

  /**
   * Returns the row without what is personal in it, with what goes on to prove it.
   *
   * @param actorGone whether who did it is blanked, if it is not yet
   * @param subjectGone whether what it was about is blanked, if it is not yet
   */
  TrailRow blanked(UUID erasure, boolean actorGone, boolean subjectGone) {
    boolean actorGoes = actorGone && actor.erasure() == null;
    boolean subjectGoes = subjectGone && subject.erasure() == null;
    if (!actorGoes && !subjectGoes) {
      return this;
    }
    String whole = wholeLeaf();
    return of(
        id,
        ArchivedRow.blanked(this, actorGoes, subjectGoes),
        actorGoes ? new KeptOfPart(null, digest(actor), erasure) : actor.kept(),
        subjectGoes ? new KeptOfPart(null, digest(subject), erasure) : subject.kept(),
        leaf == null ? whole : leaf);
  }

  boolean isSalted() {
    return actor.isSalted() || subject.isSalted();
  }

  /** Returns the row as the chain seals and proves it. */
  Content content() {
    String name = "trail row " + id;
    if (!isSalted()) {
      boolean erased = leaf != null && (actor.isBlank() || subject.isBlank());
      return new Content(id, name, fields, erased ? leaf : null);
    }
    List<@Nullable String> sealed = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      if (!PERSONAL.contains(i)) {
        sealed.add(fields.get(i));
      }
    }
    sealed.add(actor.sealed(id));
    sealed.add(subject.sealed(id));
    return new Content(id, name, sealed);
  }

  /** Returns the hash that is sealed of a row without salts, in hexadecimal; null of others. */
  @Nullable String wholeLeaf() {
    return isSalted() ? null : Hash.ofRecord(TrailRows.KIND, content()).toString();
  }

  /** Returns a digest to keep instead of a part; null of rows without salts. */
  @Nullable String digest(Part part) {
    return isSalted() ? part.sealed(id) : null;
  }
}
