package io.loanwright.audit.chain;

import io.loanwright.audit.proof.Chained;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A SHA-256, 32 bytes. */
final class Hash {

  static final int BYTES = 32;

  /** The head of a chain that has no seal. */
  static final Hash NONE = new Hash(new byte[BYTES]);

  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");

  /** Keep the hashes of records and of pairs apart, so that one cannot pass for the other. */
  private static final byte LEAF = 0;

  private static final byte NODE = 1;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  static Hash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("A hash has 32 bytes, not " + bytes.length);
    }
    return new Hash(bytes.clone());
  }

  /** Reads a hash as {@link #toString} writes it; nothing if it is none. */
  static Optional<Hash> ofText(String text) {
    return HEX.matcher(text).matches()
        ? Optional.of(new Hash(HexFormat.of().parseHex(text)))
        : Optional.empty();
  }

  /** Returns the hash of a record: of its kind, its id and its fields, each with its length. */
  static Hash ofRecord(String kind, UUID id, List<@Nullable String> fields) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    add(digest, kind);
    add(digest, id.toString());
    fields.forEach(field -> add(digest, field));
    return new Hash(digest.digest());
  }

  /** Returns the hash of a row of a table. */
  static Hash ofRecord(String kind, Chained.Content content) {
    String kept = content.leaf();
    return kept == null
        ? ofRecord(kind, content.id(), content.fields())
        : of(HexFormat.of().parseHex(kept));
  }

  /** Returns the root of the Merkle tree over leaves; an odd one rises as it is. */
  static Hash rootOf(List<Hash> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int left = Integer.highestOneBit(leaves.size() - 1);
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(rootOf(leaves.subList(0, left)).bytes);
    digest.update(rootOf(leaves.subList(left, leaves.size())).bytes);
    return new Hash(digest.digest());
  }

  /** Returns the same root of leaves that are one behind the other in bytes, which it takes up. */
  static Hash rootOf(byte[] leaves) {
    MessageDigest digest = sha256();
    byte[] pair = new byte[1 + 2 * BYTES];
    pair[0] = NODE;
    int count = leaves.length / BYTES;
    while (count > 1) {
      int pairs = count / 2;
      for (int i = 0; i < pairs; i++) {
        System.arraycopy(leaves, 2 * i * BYTES, pair, 1, 2 * BYTES);
        digest.update(pair, 0, pair.length);
        into(digest, leaves, i * BYTES);
      }
      if (count % 2 == 1) {
        System.arraycopy(leaves, (count - 1) * BYTES, leaves, pairs * BYTES, BYTES);
      }
      count -= pairs;
    }
    return of(Arrays.copyOf(leaves, BYTES));
  }

  private static void into(MessageDigest digest, byte[] bytes, int from) {
    try {
      digest.digest(bytes, from, BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException("A SHA-256 has 32 bytes", e);
    }
  }

  /** Returns the head that a seal makes of the one before. */
  static Hash headOf(Hash before, Seal seal) {
    return headOf(before, seal.number(), seal.kind(), micros(seal.sealedAt()), seal.root());
  }

  /** Returns the head that a seal makes of the one before. */
  static Hash headOf(Hash before, long number, String kind, long sealedAtMicros, Hash root) {
    MessageDigest digest = sha256();
    digest.update(before.bytes);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    add(digest, kind);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(sealedAtMicros).flip());
    digest.update(root.bytes);
    return new Hash(digest.digest());
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static void add(MessageDigest digest, @Nullable String text) {
    if (text == null) {
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(-1).flip());
      return;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).flip());
    digest.update(utf8);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** Returns 64 hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
