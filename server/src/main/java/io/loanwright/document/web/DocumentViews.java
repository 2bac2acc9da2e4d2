package io.loanwright.document.web;

import io.loanwright.access.Caller;
import io.loanwright.document.Document;
import io.loanwright.document.PaperNumbers;
import io.loanwright.organization.Organization;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Shows documents to a caller, without the numbers that he does not see. */
@Component
class DocumentViews {

  private final PaperNumbers numbers;
  private final Organization organization;

  DocumentViews(PaperNumbers numbers, Organization organization) {
    this.numbers = numbers;
    this.organization = organization;
  }

  /** Returns a document as a caller sees it. */
  DocumentView of(Caller caller, Document document) {
    return each(caller, List.of(document)).apply(document);
  }

  /** Returns what shows each of some documents to a caller; it asks once for all of them. */
  Function<Document, DocumentView> each(Caller caller, Collection<Document> documents) {
    Set<UUID> hidden = numbers.hidden(caller, documents);
    LocalDate today = organization.businessDate();
    return document -> DocumentView.of(document, hidden, caller, today);
  }
}
