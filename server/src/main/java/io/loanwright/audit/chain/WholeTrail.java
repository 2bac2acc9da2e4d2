package io.loanwright.audit.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.loanwright.audit.proof.Chained;
import io.loanwright.audit.proof.CopiedRow;
import io.loanwright.audit.proof.CopiedRows;
import io.loanwright.audit.proof.Fingerprint;
import io.loanwright.audit.proof.Moment;
import io.loanwright.audit.proof.RecordBytes;
import io.loanwright.audit.proof.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Reads all rows of the trail once and hashes each as {@link TrailRow} does. Rows of which
 * something was erased, and those without salts, are few and are left to it.
 */
@Component
class WholeTrail {

  private static final String ROWS =
      """
      SELECT id, recorded_at, actor_id, actor_role, branch_id, action, result, subject_type,
             subject_id, actor_salt, actor_name, address, device, subject_salt, subject_label,
             before, after, reason,
             num_nonnulls(actor_digest, subject_digest, leaf, actor_erasure, subject_erasure)
        FROM audit.event
      """;

  private static final int ID = 0;
  private static final int RECORDED_AT = 1;
  private static final int ACTOR_ID = 2;
  private static final int ACTOR_ROLE = 3;
  private static final int BRANCH = 4;
  private static final int ACTION = 5;
  private static final int RESULT = 6;
  private static final int SUBJECT_TYPE = 7;
  private static final int SUBJECT_ID = 8;
  private static final int ACTOR_SALT = 9;
  private static final int ACTOR_NAME = 10;
  private static final int ADDRESS = 11;
  private static final int DEVICE = 12;
  private static final int SUBJECT_SALT = 13;
  private static final int LABEL = 14;
  private static final int BEFORE = 15;
  private static final int AFTER = 16;
  private static final int REASON = 17;
  private static final int ERASED = 18;
  private static final int COLUMNS = 19;

  private static final byte[] KIND = TrailRows.KIND.getBytes(UTF_8);
  private static final byte[] ACTOR = TrailRow.ACTOR_KIND.getBytes(UTF_8);
  private static final byte[] SUBJECT = TrailRow.SUBJECT_KIND.getBytes(UTF_8);

  private final Moment moment;

  WholeTrail(Moment moment) {
    this.moment = moment;
  }

  /** Returns what stands for all rows. */
  Fingerprint read(Chained trail, Run run) {
    Reading reading = new Reading(run.fingerprint());
    CopiedRow row = new CopiedRow(COLUMNS);
    List<UUID> special = new ArrayList<>();
    try (CopiedRows rows = moment.rows(ROWS)) {
      for (byte[] each = rows.next(); each != null; each = rows.next()) {
        row.on(each);
        if (row.int4(ERASED) > 0 || row.isNull(ACTOR_SALT) || row.isNull(SUBJECT_SALT)) {
          special.add(new UUID(row.high(ID), row.low(ID)));
        } else {
          reading.add(row);
        }
      }
    }
    for (int from = 0; from < special.size(); from += Chained.READ_AT_ONCE) {
      trail.read(
          special.subList(from, Math.min(from + Chained.READ_AT_ONCE, special.size())),
          content -> trail.add(content, reading.record, reading.all));
    }
    return reading.all;
  }

  private static final class Reading {

    private final RecordBytes record = new RecordBytes();
    private final byte[] actor = new byte[RecordBytes.HASH];
    private final byte[] subject = new byte[RecordBytes.HASH];
    private final byte[] hash = new byte[RecordBytes.HASH];
    private final Fingerprint all;

    private Reading(Fingerprint all) {
      this.all = all;
    }

    private void add(CopiedRow row) {
      long high = row.high(ID);
      long low = row.low(ID);
      record.start(ACTOR, high, low);
      record.uuid(row, ACTOR_SALT);
      record.text(row, ACTOR_NAME);
      record.text(row, ADDRESS);
      record.text(row, DEVICE);
      record.hash(actor);
      record.start(SUBJECT, high, low);
      record.uuid(row, SUBJECT_SALT);
      record.text(row, LABEL);
      record.json(row, BEFORE);
      record.json(row, AFTER);
      record.text(row, REASON);
      record.hash(subject);
      record.start(KIND, high, low);
      record.number(row.micros(RECORDED_AT));
      record.uuid(row, ACTOR_ID);
      record.text(row, ACTOR_ROLE);
      record.uuid(row, BRANCH);
      record.text(row, ACTION);
      record.text(row, RESULT);
      record.text(row, SUBJECT_TYPE);
      record.uuid(row, SUBJECT_ID);
      record.hex(actor);
      record.hex(subject);
      record.hash(hash);
      all.begin().put(high).put(low).putHash(hash, 0).add();
    }
  }
}
