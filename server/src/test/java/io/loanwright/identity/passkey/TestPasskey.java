package io.loanwright.identity.passkey;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A device with one passkey, and the browser around it; it can be told to do everything wrong. */
public final class TestPasskey {

  private static final int PRESENT = 0x01;
  private static final int CHECKED = 0x04;
  private static final int WITH_KEY = 0x40;
  private static final int COORDINATE_BYTES = 32;

  private final KeyPair keys;
  private final byte[] id = new byte[16];
  private final String origin;
  private String userId = "";
  private String host = "localhost";
  private int signatures;
  private int flags = PRESENT | CHECKED;

  /** Makes a device in whose browser pages of an origin are open. */
  public TestPasskey(String origin) {
    this.origin = origin;
    new SecureRandom().nextBytes(id);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      this.keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the id by which the device knows its passkey. */
  public String id() {
    return text(id);
  }

  /** Signs for another host from now on. */
  public TestPasskey on(String another) {
    this.host = another;
    return this;
  }

  /** Does not check who touches it from now on. */
  public TestPasskey unchecked() {
    this.flags = PRESENT;
    return this;
  }

  /** Has signed so often before the next time. */
  public TestPasskey counted(int before) {
    this.signatures = before;
    return this;
  }

  /** Returns what goes to the server for a new passkey. */
  public Map<String, Object> made(JsonNode options, String name) {
    userId = options.path("userId").asString();
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    write(object, "a363666d74646e6f6e656761747453746d74a068617574684461746159");
    byte[] data = data(flags | WITH_KEY, credential());
    object.writeBytes(ByteBuffer.allocate(2).putShort((short) data.length).array());
    object.writeBytes(data);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    body.put("clientDataJson", text(client("webauthn.create", options)));
    body.put("attestationObject", text(object.toByteArray()));
    return body;
  }

  /** Returns what goes to the server to show the passkey. */
  public Map<String, Object> shown(JsonNode options) {
    signatures++;
    byte[] client = client("webauthn.get", options);
    byte[] data = data(flags, new byte[0]);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("credentialId", id());
    body.put("clientDataJson", text(client));
    body.put("authenticatorData", text(data));
    body.put("signature", text(signed(data, sha256(client))));
    body.put("userHandle", userId);
    return body;
  }

  private byte[] client(String type, JsonNode options) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
        .formatted(type, options.path("challenge").asString(), origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] data(int flagged, byte[] credential) {
    return ByteBuffer.allocate(37 + credential.length)
        .put(sha256(host.getBytes(StandardCharsets.UTF_8)))
        .put((byte) flagged)
        .putInt(signatures)
        .put(credential)
        .array();
  }

  /** No maker, the id, and the public key as COSE writes one of P-256. */
  private byte[] credential() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[16]);
    out.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
    out.writeBytes(id);
    write(out, "a5010203262001215820");
    out.writeBytes(coordinate(key.getW().getAffineX()));
    write(out, "225820");
    out.writeBytes(coordinate(key.getW().getAffineY()));
    return out.toByteArray();
  }

  private byte[] signed(byte[] data, byte[] clientHash) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(data);
      signature.update(clientHash);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
    return fixed;
  }

  private static void write(ByteArrayOutputStream out, String hex) {
    out.writeBytes(HexFormat.of().parseHex(hex));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
