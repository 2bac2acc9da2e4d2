package io.loanwright.collection.web;

import static io.loanwright.collection.web.CollectionProblems.done;
import static io.loanwright.web.Texts.strippedOrNull;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.collection.Contact;
import io.loanwright.collection.Contacts;
import io.loanwright.collection.NewContact;
import io.loanwright.collection.Promise;
import io.loanwright.collection.Promises;
import io.loanwright.web.Amounts;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Contacts with borrowers, and the promises that they make. */
@RestController
@Tag(name = "collection")
class ContactController {

  private final Contacts contacts;
  private final Promises promises;

  ContactController(Contacts contacts, Promises promises) {
    this.contacts = contacts;
    this.promises = promises;
  }

  /**
   * A promise to pay.
   *
   * @param amount in the loan's currency; not above what is owed
   * @param on the last day for the money to come; not before the business date
   */
  @Schema(name = "NewPromise")
  record PromiseFields(
      @NotNull @Pattern(regexp = Amounts.PATTERN, message = Amounts.EXPECTED) String amount,
      @NotNull LocalDate on) {}

  /**
   * What happened when somebody tried to reach a borrower.
   *
   * @param on the day; without it the business date
   * @param person with whom, where it was not the borrower
   */
  @Schema(name = "NewContact")
  record ContactFields(
      @Nullable LocalDate on,
      @NotNull Contact.Channel channel,
      @NotNull Contact.Result result,
      @Nullable @Size(max = 200) @PlainText String person,
      @Nullable @Size(max = 2000) @PlainText(lines = true) String note,
      @Schema(description = "There where the result is `PROMISED`, and nowhere else")
          @Nullable
          @Valid
          PromiseFields promise,
      @Schema(
              description =
                  "What is planned next. Left out, what was planned for a later day stays, and what"
                      + " was due is done")
          @Nullable
          @Valid
          ActionFields nextAction) {

    NewContact toContact() {
      if ((result == Contact.Result.PROMISED) != (promise != null)) {
        throw ProblemException.invalid(
            "promise", "must be there where the result is PROMISED, and nowhere else");
      }
      return new NewContact(
          on,
          new Contact.Said(channel, result, strippedOrNull(person), strippedOrNull(note)),
          promise == null ? null : new NewContact.NewPromise(promise.amount(), promise.on()),
          ActionFields.toAction(nextAction));
    }
  }

  /** Why a promise does not count any more. */
  @Schema(name = "NewPromiseCancellation")
  record Cancellation(@NotBlank @Size(max = 2000) @PlainText(lines = true) String reason) {}

  /**
   * A promise to pay.
   *
   * @param madeOn the first day whose payments count
   * @param on the last one
   * @param decidedOn the day whose close decided, or on which it was cancelled
   */
  @Schema(name = "Promise")
  record PromiseResponse(
      UUID id,
      String amount,
      String currency,
      LocalDate madeOn,
      LocalDate on,
      Promise.State state,
      @Nullable LocalDate decidedOn,
      @Schema(description = "What was paid, as the last close saw that looked at it") String paid,
      @Nullable String reason,
      String madeBy) {

    static PromiseResponse of(Promise promise) {
      return new PromiseResponse(
          promise.id(),
          promise.amount().toDecimalString(),
          promise.amount().currency().code(),
          promise.madeOn(),
          promise.dueOn(),
          promise.state(),
          promise.decidedOn(),
          promise.paid().toDecimalString(),
          promise.reason(),
          promise.madeBy());
    }
  }

  /**
   * A contact with a borrower because of a loan.
   *
   * @param at when it was logged
   */
  @Schema(name = "Contact")
  record ContactResponse(
      UUID id,
      UUID loanId,
      String loanNumber,
      LocalDate on,
      Contact.Channel channel,
      Contact.Result result,
      @Nullable String person,
      @Nullable String note,
      @Nullable PromiseResponse promise,
      @Schema(description = "Who logged it") String by,
      Instant at) {

    static ContactResponse of(Contact contact) {
      Promise promise = contact.promise();
      return new ContactResponse(
          contact.id(),
          contact.loanId(),
          contact.loanNumber(),
          contact.on(),
          contact.said().channel(),
          contact.said().result(),
          contact.said().person(),
          contact.said().note(),
          promise == null ? null : PromiseResponse.of(promise),
          contact.by(),
          contact.at());
    }
  }

  @PostMapping("/api/loans/{id}/contacts")
  @Permitted(Permission.COLLECTION_PROMISE)
  @Operation(
      operationId = "logContact",
      summary = "Log a contact with the borrower of a loan, and the promise that was made in it")
  @ApiResponse(responseCode = "201", description = "Logged")
  ResponseEntity<ContactResponse> log(
      Caller caller, @PathVariable UUID id, @Valid @RequestBody ContactFields request) {
    ContactResponse logged =
        ContactResponse.of(done(contacts.log(caller, id, request.toContact())));
    return ResponseEntity.created(URI.create("/api/loans/" + id + "/contacts")).body(logged);
  }

  @GetMapping("/api/loans/{id}/contacts")
  @Permitted(Permission.COLLECTION_QUEUE)
  @Operation(
      operationId = "listContacts",
      summary = "The contacts about a loan, the last one first")
  Page<ContactResponse> ofLoan(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return contacts
        .ofLoan(caller, id, Cursor.parse(cursor, 1), Page.limit(limit))
        .orElseThrow(() -> ProblemException.notFound("A loan"))
        .map(ContactResponse::of);
  }

  @GetMapping("/api/borrowers/{id}/contacts")
  @Permitted(Permission.COLLECTION_QUEUE)
  @Operation(
      operationId = "listContactsOfBorrower",
      summary = "The contacts with a borrower about any loan, the last one first")
  Page<ContactResponse> ofBorrower(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return contacts
        .ofBorrower(caller, id, Cursor.parse(cursor, 1), Page.limit(limit))
        .orElseThrow(() -> ProblemException.notFound("A borrower"))
        .map(ContactResponse::of);
  }

  @PostMapping("/api/promises/{id}/cancel")
  @Permitted(Permission.COLLECTION_PROMISE)
  @Operation(operationId = "cancelPromise", summary = "Cancel an open promise, with a reason")
  PromiseResponse cancel(
      Caller caller, @PathVariable UUID id, @Valid @RequestBody Cancellation request) {
    return PromiseResponse.of(done(promises.cancel(caller, id, request.reason().strip())));
  }
}
