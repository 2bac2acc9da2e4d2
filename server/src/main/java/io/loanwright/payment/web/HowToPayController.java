package io.loanwright.payment.web;

import static io.loanwright.web.Texts.strippedOrNull;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.payment.HowToPay;
import io.loanwright.web.ETag;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What borrowers are told of how to pay. */
@RestController
@Tag(name = "payment")
class HowToPayController {

  private final HowToPay howToPay;

  HowToPayController(HowToPay howToPay) {
    this.howToPay = howToPay;
  }

  /** The words of the lender. */
  @Schema(name = "HowToPay")
  record HowToPayWords(
      @Schema(
              description =
                  "May name {loan}, which stands for the number of the loan; absent where the lender"
                      + " says nothing")
          @Nullable
          @Size(max = 2000)
          @PlainText(lines = true)
          String text) {}

  @GetMapping("/api/payments/how-to-pay")
  @Permitted(Permission.LOAN_VIEW)
  @Operation(operationId = "getHowToPay", summary = "What borrowers are told of how to pay")
  ResponseEntity<HowToPayWords> get() {
    return answer(howToPay.get());
  }

  @PutMapping("/api/payments/how-to-pay")
  @Permitted(Permission.SETTINGS_EDIT)
  @Operation(operationId = "changeHowToPay", summary = "Replace what borrowers are told")
  ResponseEntity<HowToPayWords> change(
      Caller caller,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody HowToPayWords wanted) {
    long version = howToPay.get().version();
    new ETag(version).requireMatch(ifMatch);
    return howToPay
        .change(caller, new HowToPay.Words(strippedOrNull(wanted.text()), version))
        .map(HowToPayController::answer)
        .orElseThrow(ProblemException::stale);
  }

  private static ResponseEntity<HowToPayWords> answer(HowToPay.Words words) {
    return ResponseEntity.ok()
        .eTag(new ETag(words.version()).value())
        .body(new HowToPayWords(words.text()));
  }
}
