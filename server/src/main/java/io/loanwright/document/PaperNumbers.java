package io.loanwright.document;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.document.spi.DocumentOwners;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who sees the numbers of papers, such as that of a passport: whoever sees the other particulars of
 * their owner, and who filed or corrected them.
 */
@Component
public class PaperNumbers {

  private final DocumentOwners owners;

  PaperNumbers(DocumentOwners owners) {
    this.owners = owners;
  }

  /** Returns the ids of those documents whose number a caller does not see. */
  public Set<UUID> hidden(Caller caller, Collection<Document> documents) {
    List<Document> foreign =
        documents.stream()
            .filter(each -> each.particulars().number() != null && !each.isMadeBy(caller.userId()))
            .toList();
    if (foreign.isEmpty()) {
      return Set.of();
    }
    Set<UUID> ownerIds = foreign.stream().map(Document::ownerId).collect(Collectors.toSet());
    Set<UUID> seen = owners.reached(ownerIds, caller.reach(Permission.BORROWER_PII_UNMASKED));
    return foreign.stream()
        .filter(each -> !seen.contains(each.ownerId()))
        .map(Document::id)
        .collect(Collectors.toSet());
  }
}
