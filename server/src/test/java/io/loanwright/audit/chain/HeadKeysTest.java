package io.loanwright.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose signature it is depends on files that only their owner can read. */
class HeadKeysTest {

  private static final byte[] MESSAGE = "a head".getBytes(StandardCharsets.UTF_8);

  @TempDir Path data;

  @Test
  void theKeyIsMadeOnceForItsOwnerOnlyAndKeptForTheNextStart() throws IOException {
    HeadKeys.Signed first = new HeadKeys(data, "").sign(MESSAGE);
    HeadKeys.Signed second = new HeadKeys(data, "").sign(MESSAGE);

    assertThat(second.publicKey()).isEqualTo(first.publicKey());
    assertThat(Base64.getDecoder().decode(first.publicKey())).hasSize(44);
    assertThat(Base64.getDecoder().decode(first.signature())).hasSize(64);
    assertThat(permissions("keys")).isEqualTo("rwx------");
    assertThat(permissions("keys/signing-key.pem")).isEqualTo("rw-------");
    assertThat(Files.readString(data.resolve("keys/signing-key.pub")))
        .isEqualTo(HeadKeys.toPem(first.publicKey()));
  }

  @Test
  void aSignatureIsThatOfItsMessageAndItsKeyOnly() {
    HeadKeys.Signed mine = new HeadKeys(data.resolve("mine"), "").sign(MESSAGE);
    HeadKeys.Signed other = new HeadKeys(data.resolve("other"), "").sign(MESSAGE);

    assertThat(HeadKeys.isSignedBy(mine, MESSAGE)).isTrue();
    assertThat(HeadKeys.isSignedBy(mine, new byte[] {1})).isFalse();
    assertThat(isSignedBy(other.publicKey(), mine.signature())).isFalse();
    assertThat(isSignedBy("AAAA", mine.signature())).isFalse();
  }

  @Test
  void aKeyIsTrustedIfItsPublicHalfIsInTheFolder() throws IOException {
    HeadKeys keys = new HeadKeys(data, "");
    String mine = keys.sign(MESSAGE).publicKey();
    String other = new HeadKeys(data.resolve("other"), "").sign(MESSAGE).publicKey();

    assertThat(keys.isTrusted(mine)).isTrue();
    assertThat(keys.isTrusted(other)).isFalse();

    Files.writeString(data.resolve("keys/node-2.pub"), HeadKeys.toPem(other));
    assertThat(keys.isTrusted(other)).isTrue();
    assertThat(new HeadKeys(data.resolve("none"), "").isTrusted(mine)).isFalse();
  }

  @Test
  void aPublicKeyThatLostItsPrivateHalfStaysTrusted() throws IOException {
    String before = new HeadKeys(data, "").sign(MESSAGE).publicKey();
    Files.delete(data.resolve("keys/signing-key.pem"));
    Files.writeString(data.resolve("keys/no-key.pub"), "ssh-ed25519 of another program");

    HeadKeys keys = new HeadKeys(data, "");

    assertThat(keys.sign(MESSAGE).publicKey()).isNotEqualTo(before);
    assertThat(keys.isTrusted(before)).isTrue();
  }

  @Test
  void halvesThatDoNotBelongTogetherAreRefused() throws IOException {
    Path file = data.resolve("elsewhere/key.pem");
    new HeadKeys(data, file.toString()).sign(MESSAGE);
    String other = new HeadKeys(data, "").sign(MESSAGE).publicKey();
    Files.writeString(data.resolve("elsewhere/key.pub"), HeadKeys.toPem(other));

    assertThatThrownBy(() -> new HeadKeys(data, file.toString()).sign(MESSAGE))
        .hasMessageContaining("belongs to another key");
  }

  private static boolean isSignedBy(String publicKey, String signature) {
    return HeadKeys.isSignedBy(new HeadKeys.Signed(publicKey, signature), MESSAGE);
  }

  private String permissions(String path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(path)));
  }
}
