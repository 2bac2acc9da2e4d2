package io.loanwright.demo;

import io.loanwright.access.Caller;
import io.loanwright.document.DecisionOutcome;
import io.loanwright.document.Document;
import io.loanwright.document.Document.Particulars;
import io.loanwright.document.DocumentDecisions;
import io.loanwright.document.DocumentKind;
import io.loanwright.document.DocumentOutcome;
import io.loanwright.document.Documents;
import io.loanwright.document.NewDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Papers of the demo's borrowers: some verified, one that expires soon, some that wait. */
@Component
class DemoPapers {

  private static final int EXPIRES_IN_DAYS = 20;

  private final Documents documents;
  private final DocumentDecisions decisions;

  DemoPapers(Documents documents, DocumentDecisions decisions) {
    this.documents = documents;
    this.decisions = decisions;
  }

  /** Files a paper of each of some borrowers; of each branch, one waits for its manager. */
  void file(DemoStaff.Desk desk, List<UUID> borrowers, LocalDate today) {
    Caller officer = desk.officers().getFirst();
    LocalDate soon = today.plusDays(EXPIRES_IN_DAYS);
    List<Consumer<UUID>> deeds =
        List.of(
            borrower -> add(officer, borrower, DocumentKind.NATIONAL_ID, null),
            borrower ->
                verify(desk.manager(), add(officer, borrower, DocumentKind.PROOF_OF_INCOME, null)),
            borrower -> verify(desk.manager(), add(officer, borrower, DocumentKind.PASSPORT, soon)),
            borrower ->
                refuse(
                    desk.manager(), add(officer, borrower, DocumentKind.PROOF_OF_ADDRESS, null)));
    for (int i = 0; i < Math.min(deeds.size(), borrowers.size()); i++) {
      deeds.get(i).accept(borrowers.get(i));
    }
  }

  /** Files those of the borrower who signs in: one is verified, one has to be sent again. */
  void fileOfRegular(DemoStaff.Desk desk, UUID borrower) {
    Caller officer = desk.officers().getFirst();
    verify(desk.manager(), add(officer, borrower, DocumentKind.NATIONAL_ID, null));
    refuse(desk.manager(), add(officer, borrower, DocumentKind.PROOF_OF_INCOME, null));
  }

  private Document add(
      Caller officer, UUID borrower, DocumentKind kind, @Nullable LocalDate expiresOn) {
    int number = Math.floorMod((borrower + kind.name()).hashCode(), DemoPicture.NUMBERS);
    Particulars particulars =
        new Particulars(
            kind,
            kind == DocumentKind.NATIONAL_ID || kind == DocumentKind.PASSPORT
                ? "N-%06d".formatted(number)
                : null,
            expiresOn);
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".png";
    try {
      DocumentOutcome outcome =
          documents.add(
              officer,
              new NewDocument(borrower, name, particulars, null),
              new ByteArrayInputStream(DemoPicture.of(number)));
      if (outcome instanceof DocumentOutcome.Kept(Document document)) {
        return document;
      }
      throw new IllegalStateException("The demo was refused: " + outcome);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void verify(Caller manager, Document document) {
    kept(decisions.verify(manager, document.id()));
  }

  private void refuse(Caller manager, Document document) {
    kept(decisions.refuse(manager, document.id(), "The second page is missing"));
  }

  private static void kept(DecisionOutcome outcome) {
    if (!(outcome instanceof DecisionOutcome.Kept)) {
      throw new IllegalStateException("The demo was refused: " + outcome);
    }
  }
}
