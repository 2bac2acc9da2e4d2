package io.loanwright.document.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.loanwright.testing.DbTest;
import io.loanwright.web.SettingUnusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who can open a content, and what becomes of it when keys and stores change. */
@DbTest
class VaultDbTest {

  private static final String KEY = key('a');
  private static final String NEWER = key('b');

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ContentRows rows;

  @TempDir private Path data;

  VaultDbTest(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.rows = new ContentRows(jdbc);
  }

  @Test
  void theKeyIsMadeAtFirstUseForItsOwnerOnlyAndOpensAfterARestart() throws IOException {
    Content content = content();
    vault("", "").keep(content);

    assertThat(read(vault("", ""), content)).isEqualTo(content.bytes());
    Path key = data.resolve("keys/document-key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    assertThatExceptionOfType(SettingUnusable.class)
        .isThrownBy(() -> vault("", ""))
        .withMessageContaining("Set its permissions to 600");
  }

  @Test
  void theSameContentIsKeptOnceAndNobodySeesFromOutsideThatItIsTheSame() throws IOException {
    Content content = content();
    vault(KEY, "").keep(content);
    vault(KEY, "").keep(content);
    List<Path> here = files();
    byte[] again = FileKey.make().seal(content);

    assertThat(here).hasSize(1);
    assertThat(FileKey.make().place(content.sha256()))
        .isNotEqualTo(here.getFirst().getFileName().toString());
    assertThat(Files.readAllBytes(here.getFirst())).isNotEqualTo(again);
    assertThat(here.getFirst().toString()).doesNotContain(content.sha256());
  }

  @Test
  void anotherKeyOpensNothingUntilTheOldOneIsNamed() throws IOException {
    Content content = content();
    vault(KEY, "").keep(content);

    assertThat(vault(NEWER, "").read(content.sha256())).isInstanceOf(Reading.Locked.class);
    Vault both = vault(NEWER, KEY);
    assertThat(read(both, content)).isEqualTo(content.bytes());
    assertThat(both.rewrapAll()).isPositive();
    assertThat(both.rewrapAll()).isZero();
    assertThat(read(vault(NEWER, ""), content)).isEqualTo(content.bytes());
    assertThat(vault(KEY, "").read(content.sha256())).isInstanceOf(Reading.Locked.class);
  }

  @Test
  void theKeyOfAFileGivesWayToOneOfTheEnvironment() throws IOException {
    Content content = content();
    vault("", "").keep(content);

    Vault moved = vault(NEWER, "");

    assertThat(moved.rewrapAll()).isPositive();
    Files.delete(data.resolve("keys/document-key"));
    assertThat(read(vault(NEWER, ""), content)).isEqualTo(content.bytes());
  }

  @Test
  void whatWasChangedOrMovedDoesNotOpen() throws IOException {
    Content one = content();
    Content other = content();
    Vault vault = vault(KEY, "");
    vault.keep(one);
    Path first = files().getFirst();
    byte[] sealed = Files.readAllBytes(first);
    vault.keep(other);
    Path second = files().stream().filter(file -> !file.equals(first)).findFirst().orElseThrow();

    for (int at : new int[] {0, 5, 20, sealed.length - 1}) {
      byte[] changed = sealed.clone();
      changed[at] ^= 4;
      Files.write(first, changed);
      assertThat(vault.read(one.sha256())).isInstanceOf(Reading.Damaged.class);
    }
    Files.write(second, sealed);
    assertThat(vault.read(other.sha256())).isInstanceOf(Reading.Damaged.class);
    Files.write(first, new byte[0]);
    assertThat(vault.read(one.sha256())).isInstanceOf(Reading.Damaged.class);
    Files.delete(first);
    assertThat(vault.read(one.sha256())).isInstanceOf(Reading.Missing.class);
  }

  @Test
  void whatCannotBeOpenedIsPutRightWhenItComesAgain() throws IOException {
    Content content = content();
    vault(KEY, "").keep(content);
    Files.write(files().getFirst(), new byte[40]);
    assertThat(vault(KEY, "").read(content.sha256())).isInstanceOf(Reading.Damaged.class);

    vault(KEY, "").keep(content);
    assertThat(read(vault(KEY, ""), content)).isEqualTo(content.bytes());

    assertThat(vault(NEWER, "").read(content.sha256())).isInstanceOf(Reading.Locked.class);
    vault(NEWER, "").keep(content);
    assertThat(read(vault(NEWER, ""), content)).isEqualTo(content.bytes());
    assertThat(files()).hasSize(1);
  }

  @Test
  void aKeyThatWasChangedDoesNotKeepTheOthersFromBeingWrappedAnew() throws IOException {
    Content spoilt = content();
    Content well = content();
    vault(KEY, "").keep(spoilt);
    vault(KEY, "").keep(well);
    jdbc.sql(
            "UPDATE document.content SET wrapped_key = decode(repeat('00', 40), 'hex')"
                + " WHERE sha256 = :sha256")
        .param("sha256", spoilt.sha256())
        .update();

    vault(NEWER, KEY).rewrapAll();

    assertThat(read(vault(NEWER, ""), well)).isEqualTo(well.bytes());
  }

  @Test
  void whatWasFiledBeforeIsReadAndSealed() throws IOException {
    Content before = content();
    Content lost = content();
    Path plain = data.resolve("documents").resolve(before.sha256().substring(0, 2));
    Files.createDirectories(plain);
    Files.write(plain.resolve(before.sha256()), before.bytes());
    document(before);
    document(lost);
    Vault vault = vault(KEY, "");

    assertThat(read(vault, before)).isEqualTo(before.bytes());
    assertThat(vault.sealAll()).isEqualTo(1);
    assertThat(plain.resolve(before.sha256())).doesNotExist();
    assertThat(read(vault, before)).isEqualTo(before.bytes());
    assertThat(vault.sealAll()).isZero();
    assertThat(vault.read(lost.sha256())).isInstanceOf(Reading.Missing.class);
  }

  @Test
  void ofTwoWhoAreErasedAtOnceTheSecondTakesTheContentOfBothAlong() throws Exception {
    Content content = content();
    Vault vault = vault(KEY, "");
    vault.keep(content);
    UUID one = document(content);
    UUID other = document(content);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Vault.Lying>> second =
          transaction.execute(_ -> {
            assertThat(vault.erase(one)).isEmpty();
            Future<List<Vault.Lying>> later = threads.submit(() -> vault.erase(other));
            await().until(this::isErasureWaiting);
            return later;
          });
      assertThat(second.get()).hasSize(1);
    }
    assertThat(vault.hold(content.sha256())).isFalse();
  }

  @Test
  void whatIsFiledAtThisMomentIsNotErasedWithAnotherOwner() throws Exception {
    Content content = content();
    Vault vault = vault(KEY, "");
    vault.keep(content);
    UUID one = document(content);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Vault.Lying>> erasure =
          transaction.execute(_ -> {
            assertThat(vault.hold(content.sha256())).isTrue();
            Future<List<Vault.Lying>> later = threads.submit(() -> vault.erase(one));
            await().until(this::isErasureWaiting);
            document(content);
            return later;
          });
      assertThat(erasure.get()).isEmpty();
    }
    assertThat(read(vault, content)).isEqualTo(content.bytes());
  }

  private boolean isErasureWaiting() {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT 1
                             FROM pg_stat_activity
                            WHERE wait_event_type = 'Lock'
                              AND query LIKE '%document.erase%'
                              AND pid <> pg_backend_pid())
            """)
        .query(Boolean.class)
        .single();
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "AAAA", "not base64 at all!!"})
  void aKeyThatIsNoneStopsTheStartWithoutSayingWhatItWas(String key) {
    assertThatExceptionOfType(SettingUnusable.class)
        .isThrownBy(() -> vault(key, ""))
        .withMessageContaining("LOANWRIGHT_DOCUMENT_KEY")
        .withMessageNotContaining(key);
  }

  private Vault vault(String key, String before) {
    return new Vault(List.of(new FolderStore(data)), rows, new MasterKeys(data, key, before));
  }

  private static byte[] read(Vault vault, Content content) {
    return switch (vault.read(content.sha256())) {
      case Reading.Opened opened -> opened.content().bytes();
      case Reading other -> throw new AssertionError(other);
    };
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> found = Files.walk(data.resolve("documents"))) {
      return found.filter(Files::isRegularFile).toList();
    }
  }

  private static Content content() {
    return new Content(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
  }

  private UUID document(Content content) {
    UUID owner = UUID.randomUUID();
    jdbc.sql(
            """
            INSERT INTO document.document
                   (id, owner_id, name, content_type, size_bytes, sha256, uploaded_by, uploaded_by_name)
            VALUES (gen_random_uuid(), :owner, 'old.pdf', 'application/pdf', 36, :sha256,
                    gen_random_uuid(), 'Somebody')
            """)
        .param("owner", owner)
        .param("sha256", content.sha256())
        .update();
    return owner;
  }

  private static String key(char of) {
    return Base64.getEncoder()
        .encodeToString(String.valueOf(of).repeat(32).getBytes(StandardCharsets.UTF_8));
  }
}
