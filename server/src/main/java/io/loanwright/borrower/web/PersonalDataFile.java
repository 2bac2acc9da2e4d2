package io.loanwright.borrower.web;

import io.loanwright.borrower.PersonalData;
import io.loanwright.document.Document;
import io.loanwright.document.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes all that is kept about a borrower as a ZIP file: the facts as JSON, papers as they are.
 */
record PersonalDataFile(JsonMapper json, Documents documents) {

  void write(PersonalData.Export export, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("data.json"));
      zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(facts(export)));
      zip.closeEntry();
      for (Document document : export.documents()) {
        Optional<InputStream> file = documents.open(document);
        if (file.isPresent()) {
          zip.putNextEntry(new ZipEntry("documents/" + name(document)));
          file.get().transferTo(zip);
          zip.closeEntry();
        }
      }
    }
  }

  private ObjectNode facts(PersonalData.Export export) {
    ObjectNode facts = json.createObjectNode();
    facts.set("borrower", json.valueToTree(export.borrower()));
    facts.set("account", json.valueToTree(export.user()));
    export.parts().forEach((part, kept) -> facts.set(part, json.readTree(kept)));
    facts.set("documents", json.valueToTree(export.documents()));
    facts.set("trail", json.valueToTree(export.trail()));
    return facts;
  }

  /** Two papers may have one name, and a name may be a path: the id and the kind are neither. */
  private static String name(Document document) {
    List<String> type = List.of(document.file().type().contentType().split("/", -1));
    return document.id() + "." + type.getLast();
  }
}
