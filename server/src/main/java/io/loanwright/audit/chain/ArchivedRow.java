package io.loanwright.audit.chain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row of the trail as a line of an archive: all that is hashed of it, in the form of the hash.
 */
final class ArchivedRow {

  private static final String ID = "row";
  private static final String ACTOR = "actor";
  private static final String SUBJECT = "subject";
  private static final String SALT = "Salt";
  private static final String DIGEST = "Digest";
  private static final String ERASURE = "Erasure";
  private static final String LEAF = "leaf";

  /** What the fields of {@link TrailRow} are called, in their order. */
  private static final List<String> NAMES =
      List.of(
          "recordedAt",
          "actorId",
          "actorName",
          "actorRole",
          "branchId",
          "address",
          "device",
          "action",
          "result",
          "subjectType",
          "subjectId",
          "subjectLabel",
          "before",
          "after",
          "reason");

  private ArchivedRow() {}

  /** Returns a line; what is null is left out. */
  static ObjectNode line(TrailRow row) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put(ID, row.id().toString());
    for (int i = 0; i < NAMES.size(); i++) {
      put(line, NAMES.get(i), row.fields().get(i));
    }
    part(line, ACTOR, row.actor());
    part(line, SUBJECT, row.subject());
    put(line, LEAF, row.leaf());
    return line;
  }

  private static void part(ObjectNode line, String name, TrailRow.Part part) {
    put(line, name + SALT, part.salt());
    put(line, name + DIGEST, part.digest());
    put(line, name + ERASURE, part.erasure() == null ? null : part.erasure().toString());
  }

  private static void put(ObjectNode line, String name, @Nullable String value) {
    if (value != null) {
      line.put(name, value);
    }
  }

  /** Tells whether a line is a row. */
  static boolean isOne(JsonNode line) {
    return line.has(ID);
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is none
   */
  static TrailRow row(JsonNode line) {
    String id = text(line, ID);
    if (id == null) {
      throw new IllegalArgumentException("A row has no id");
    }
    List<@Nullable String> fields = new ArrayList<>();
    NAMES.forEach(name -> fields.add(text(line, name)));
    return TrailRow.of(
        UUID.fromString(id), fields, kept(line, ACTOR), kept(line, SUBJECT), text(line, LEAF));
  }

  private static TrailRow.KeptOfPart kept(JsonNode line, String name) {
    String erasure = text(line, name + ERASURE);
    return new TrailRow.KeptOfPart(
        text(line, name + SALT),
        text(line, name + DIGEST),
        erasure == null ? null : UUID.fromString(erasure));
  }

  private static @Nullable String text(JsonNode line, String name) {
    JsonNode value = line.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw new IllegalArgumentException("The field %s is no text".formatted(name));
    }
    return value.asString();
  }

  /** Returns the fields of a row with some blanked, as the database blanks them. */
  static List<@Nullable String> blanked(TrailRow row, boolean actorGone, boolean subjectGone) {
    List<@Nullable String> fields = new ArrayList<>(row.fields());
    if (actorGone) {
      fields.set(TrailRow.ACTOR_NAME, TrailRow.BLANK);
      fields.set(TrailRow.ADDRESS, "");
      fields.set(TrailRow.DEVICE, "");
    }
    if (subjectGone) {
      Collections.fill(fields.subList(TrailRow.LABEL, fields.size()), null);
      fields.set(TrailRow.LABEL, TrailRow.BLANK);
    }
    return fields;
  }
}
