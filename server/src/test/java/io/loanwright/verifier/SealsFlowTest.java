package io.loanwright.verifier;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.loanwright.audit.Sealing;
import io.loanwright.loan.Lending;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the chain of seals says of itself. */
@FlowTest
class SealsFlowTest {

  private final People people;
  private final Lending lending;
  private final Verifier verifier;
  private final Sealing sealing;
  private final JdbcClient jdbc;

  SealsFlowTest(People people, Verifier verifier, Sealing sealing, JdbcClient jdbc) {
    this.people = people;
    this.lending = new Lending(people);
    this.verifier = verifier;
    this.sealing = sealing;
    this.jdbc = jdbc;
  }

  private UUID paid() {
    UUID loan = lending.active("1200.00", TODAY);
    lending.pay(lending.teller(), loan, "207.06", TODAY).expect(201);
    return loan;
  }

  @Test
  void nobodyWhoWritesRecordsCanSayThatTheyWait() {
    assertThatThrownBy(() ->
            jdbc.sql("INSERT INTO audit.unsealed VALUES (gen_random_uuid(), 'trail')").update())
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () -> jdbc.sql("SELECT audit.enqueue('trail', gen_random_uuid())").query().listOfRows())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void aHeadThatSomebodyKeptIsFoundLater() {
    paid();
    sealAll();
    Sealing.State then = sealing.state();
    paid();
    sealAll();

    assertThat(sealing.sealWithHead(Objects.requireNonNull(then.head()))).contains(then.seals());
    assertThat(sealing.sealWithHead("0".repeat(64))).isEmpty();
    assertThat(sealing.sealWithHead("not a head")).isEmpty();
  }

  @Test
  void whatIsSealedSaysSoAndTheHeadStandsForAllOfIt() {
    UUID loan = paid();
    sealAll();
    String before = sealing.state().head();
    var row = people.administrator().get("/api/audit?subjectId=" + loan).expect(200);

    assertThat(row.text("/items/0/sealed")).isEqualTo("true");
    assertThat(people.administrator().get("/api/audit/seal").expect(200).text("/head"))
        .hasSize(64)
        .isEqualTo(verifier.verify().head());
    paid();
    sealAll();
    assertThat(sealing.state().head()).isNotEqualTo(before);
  }

  /** By what the documentation says, with nothing of the program. */
  @Test
  void theHeadOfTheDayIsSignedWithTheKeyInTheFolderOfKeys() throws Exception {
    paid();
    sealAll();
    var chain = people.administrator().get("/api/audit/seal").expect(200);
    String key = chain.text("/signed/publicKey");
    Instant at = Instant.parse(chain.text("/signed/signedAt"));

    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new X509EncodedKeySpec(
                    Base64.getMimeDecoder().decode(key.replaceAll("-----[A-Z ]+-----", "")))));
    check.update(
        String.join(
                "\n",
                "loanwright signed head",
                "2026-03-02",
                chain.text("/signed/seal"),
                chain.text("/signed/head"),
                ChronoUnit.MICROS.between(Instant.EPOCH, at) + "",
                "-",
                "")
            .getBytes(StandardCharsets.UTF_8));

    assertThat(check.verify(Base64.getDecoder().decode(chain.text("/signed/signature")))).isTrue();
    assertThat(Files.readString(Path.of("target/data/keys/signing-key.pub"))).isEqualTo(key);
    assertThat(sealing.sealWithHead(chain.text("/signed/head")))
        .contains(Long.parseLong(chain.text("/signed/seal")));
  }

  /** Seals, or waits for the job of the program that does. */
  private void sealAll() {
    await()
        .until(() -> {
          sealing.sealAll();
          return sealing.state().waiting() == 0;
        });
  }
}
