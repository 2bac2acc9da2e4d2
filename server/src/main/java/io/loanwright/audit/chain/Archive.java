package io.loanwright.audit.chain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code audit.archive}: which rows of the trail a file has.
 *
 * @param at to the microsecond
 * @param before rows of this day and later were to stay
 * @param content what the file has
 * @param instead what it takes the place of; null for the first file of its seals
 */
record Archive(
    UUID id,
    Instant at,
    UUID actorId,
    LocalDate before,
    Content content,
    @Nullable Instead instead) {

  /** How names of files begin and end. */
  static final String NAME_START = "trail-";

  static final String NAME_END = ".ndjson.gz";

  private static final String NOTHING = "-";

  Archive {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * What a file has.
   *
   * @param oldest when the oldest row was recorded
   * @param newest when the newest row was recorded
   */
  record Content(
      long firstSeal,
      long lastSeal,
      long rows,
      Instant oldest,
      Instant newest,
      long bytes,
      Hash sha256) {}

  /**
   * What a file takes the place of.
   *
   * @param archive the one before
   * @param erasure by which somebody was erased in it
   * @param parts how many parts of rows were blanked
   * @param unsalted how many of them without salts
   */
  record Instead(UUID archive, UUID erasure, long parts, long unsalted) {}

  /** An archive and who signed it. */
  record Kept(Archive what, HeadKeys.Signed by) {}

  /** Returns the name of its file; of nothing but digits and the id. */
  String file() {
    return String.format(
        Locale.ROOT,
        "%s%07d-%07d-%s%s",
        NAME_START,
        content.firstSeal(),
        content.lastSeal(),
        id,
        NAME_END);
  }

  /** What a person would look it up by. */
  String name() {
    return "archive " + file();
  }

  /** Returns what the signature is over: lines of text, each with its end. */
  byte[] message() {
    String text =
        """
        loanwright archive of the trail
        %s
        %d
        %s
        %s
        %d %d %d
        %d %d
        %d %s
        %s
        """
            .formatted(
                id,
                micros(at),
                actorId,
                before,
                content.firstSeal(),
                content.lastSeal(),
                content.rows(),
                micros(content.oldest()),
                micros(content.newest()),
                content.bytes(),
                content.sha256(),
                instead == null
                    ? NOTHING
                    : String.join(
                        " ",
                        instead.archive().toString(),
                        instead.erasure().toString(),
                        String.valueOf(instead.parts()),
                        String.valueOf(instead.unsalted())));
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
