package io.loanwright.audit.proof;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Stands for many records, in whichever order they came: two are the same if the records are, and
 * as good as never otherwise.
 *
 * <p>Each record is hashed by SipHash-2-4 with 128 bits and a key that is drawn anew for each run
 * of the verifier, and the hashes are added up. Nobody who wrote records could know the key, so
 * nobody could choose them for their sum.
 *
 * <p>Not for what is kept: the next run has another key.
 */
public final class Fingerprint {

  private static final int BITS = 61;

  /** A prime: sums of amounts are taken modulo it. */
  private static final long PRIME = (1L << BITS) - 1;

  /**
   * Two sums of amounts that are less than this, whatever their signs, never differ by the prime.
   */
  private static final long TOO_MUCH = 1L << (BITS - 1);

  private final Key key;
  private long v0;
  private long v1;
  private long v2;
  private long v3;
  private long count;
  private long first;
  private long second;

  /** All amounts, as if none were negative; never more than what is too much. */
  private long size;

  /** Makes the fingerprint of nothing. */
  public Fingerprint(Key key) {
    this.key = key;
  }

  /** What nobody knew before the run. */
  public record Key(long first, long second) {

    /** Draws a key. */
    public static Key draw() {
      SecureRandom random = new SecureRandom();
      return new Key(random.nextLong(), random.nextLong());
    }
  }

  /** Begins a record. */
  public Fingerprint begin() {
    v0 = key.first() ^ 0x736f6d6570736575L;
    v1 = key.second() ^ 0x646f72616e646f6dL ^ 0xee;
    v2 = key.first() ^ 0x6c7967656e657261L;
    v3 = key.second() ^ 0x7465646279746573L;
    return this;
  }

  /** Adds a word to the record; records of one fingerprint have equally many. */
  public Fingerprint put(long word) {
    v3 ^= word;
    round();
    round();
    v0 ^= word;
    return this;
  }

  /** Adds an id to the record. */
  public Fingerprint put(UUID id) {
    return put(id.getMostSignificantBits()).put(id.getLeastSignificantBits());
  }

  /** Adds a hash of 32 bytes to the record. */
  public Fingerprint putHash(byte[] bytes, int from) {
    return put(CopiedRow.word(bytes, from))
        .put(CopiedRow.word(bytes, from + 8))
        .put(CopiedRow.word(bytes, from + 16))
        .put(CopiedRow.word(bytes, from + 24));
  }

  /** Ends the record, which is one of those that this stands for. */
  public void add() {
    count++;
    first += last(0xee);
    second += last(0xdd);
  }

  /** Ends the record, which has an amount; those of records that are the same add up. */
  public void add(long amount) {
    first = rest(first + times(last(0xee), amount));
    second = rest(second + times(last(0xdd), amount));
    grow(Math.abs(amount));
  }

  /** The least of all numbers has no opposite: its size is negative. */
  private void grow(long more) {
    size = more < 0 || more >= TOO_MUCH - size ? TOO_MUCH : size + more;
  }

  /** Adds records that another one with the same key stands for. */
  public void add(Fingerprint other) {
    count += other.count;
    first += other.first;
    second += other.second;
    grow(other.size);
  }

  /** Adds amounts of another one with the same key. */
  public void addAmounts(Fingerprint other) {
    first = rest(first + other.first);
    second = rest(second + other.second);
    grow(other.size);
  }

  /** Returns how many records there are. */
  public long count() {
    return count;
  }

  /** Returns a word that stands for a text. */
  public long word(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    begin().put(utf8.length);
    for (byte each : utf8) {
      put(each);
    }
    return last(0xee);
  }

  /**
   * Tells whether both stand for the same records. Where the amounts of one are 2^60 or more in
   * all, it is like no other: sums that differ by the prime could not be told apart.
   */
  public boolean isSame(Fingerprint other) {
    return key.equals(other.key)
        && size < TOO_MUCH
        && other.size < TOO_MUCH
        && count == other.count
        && first == other.first
        && second == other.second;
  }

  private long last(int form) {
    if (form == 0xee) {
      v2 ^= form;
    } else {
      v1 ^= form;
    }
    round();
    round();
    round();
    round();
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private void round() {
    v0 += v1;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v3;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 += v3;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 += v1;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v2 = Long.rotateLeft(v2, 32);
  }

  /** Returns a product modulo the prime, from 0. */
  private static long times(long hash, long amount) {
    long left = rest((hash & PRIME) + (hash >>> BITS));
    long right = amount < 0 ? PRIME - modulo(-amount) : modulo(amount);
    long high = Math.multiplyHigh(left, right);
    long low = left * right;
    return rest((low & PRIME) + ((low >>> BITS) | (high << (Long.SIZE - BITS))));
  }

  /** Returns an amount modulo the prime; the least of all has no opposite, and none is as great. */
  private static long modulo(long amount) {
    return rest((amount & PRIME) + (amount >>> BITS));
  }

  /** Returns what is less than twice the prime modulo it. */
  private static long rest(long sum) {
    return sum >= PRIME ? sum - PRIME : sum;
  }
}
