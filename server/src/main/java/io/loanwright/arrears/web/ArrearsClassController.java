package io.loanwright.arrears.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.arrears.Arrears;
import io.loanwright.arrears.ArrearsClass;
import io.loanwright.arrears.ArrearsClasses;
import io.loanwright.arrears.ClassesOutcome;
import io.loanwright.web.ETag;
import io.loanwright.web.FieldError;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The classes of arrears. */
@RestController
@Tag(name = "arrears", description = "Classes of arrears and closed days")
class ArrearsClassController {

  private static final String PERCENT = "(100([.]0{1,4})?|[0-9]{1,2}([.][0-9]{1,4})?)";

  private final Arrears arrears;

  ArrearsClassController(Arrears arrears) {
    this.arrears = arrears;
  }

  /** A class. It ends on the day before the next one begins. */
  @Schema(name = "ArrearsClass")
  record ClassFields(
      @Schema(description = "What programs call it", example = "31-60")
          @NotBlank
          @Pattern(
              regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,19}",
              message = "must be 1 to 20 letters, digits, dots or dashes")
          String code,
      @NotBlank @PlainText @Size(max = 100) String name,
      @Schema(description = "The first day past due that belongs to it; 0 for the first class")
          @NotNull
          @Min(0)
          @Max(3650)
          Integer fromDay,
      @Schema(description = "Whether its loans count as not performing") @NotNull
          Boolean nonPerforming,
      @Schema(description = "Whether a loan that enters it is marked as in default") @NotNull
          Boolean marksDefault,
      @Schema(description = "What is set aside of the principal", example = "25")
          @NotNull
          @Pattern(
              regexp = PERCENT,
              message = "must be a percentage from 0 to 100 with at most 4 decimals")
          String provisionPercent) {

    static ClassFields of(ArrearsClass shown) {
      return new ClassFields(
          shown.code(),
          shown.name(),
          shown.fromDay(),
          shown.nonPerforming(),
          shown.marksDefault(),
          plain(shown.provisionPercent()));
    }

    private static String plain(BigDecimal percent) {
      return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
    }

    ArrearsClass toClass() {
      return new ArrearsClass(
          code,
          name.strip(),
          fromDay,
          nonPerforming,
          marksDefault,
          new BigDecimal(provisionPercent));
    }
  }

  /** The whole table, from the best class to the worst: what it does not name is not in it. */
  @Schema(name = "ArrearsClasses")
  record Table(
      @NotEmpty @Size(max = 20, message = FieldError.TOO_MANY)
          List<@NotNull @Valid ClassFields> classes) {

    static Table of(ArrearsClasses classes) {
      return new Table(classes.classes().stream().map(ClassFields::of).toList());
    }
  }

  @GetMapping("/api/arrears/classes")
  @Permitted(Permission.BRANCH_VIEW)
  @Operation(operationId = "getArrearsClasses", summary = "The classes of arrears")
  ResponseEntity<Table> get() {
    return answer(arrears.classes());
  }

  @PutMapping("/api/arrears/classes")
  @Permitted(Permission.SETTINGS_EDIT)
  @Operation(
      operationId = "changeArrearsClasses",
      summary = "Replace the classes of arrears; what closes saw before stays")
  ResponseEntity<Table> change(
      Caller caller,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Table wanted) {
    long version = arrears.classes().version();
    new ETag(version).requireMatch(ifMatch);
    List<ArrearsClass> classes = wanted.classes().stream().map(ClassFields::toClass).toList();
    List<FieldError> wrong = ClassRules.objections(classes);
    if (!wrong.isEmpty()) {
      throw ProblemException.invalid(wrong);
    }
    return switch (arrears.change(caller, new ArrearsClasses(classes, version))) {
      case ClassesOutcome.Changed changed -> answer(changed.classes());
      case ClassesOutcome.Stale _ -> throw ProblemException.stale();
    };
  }

  private static ResponseEntity<Table> answer(ArrearsClasses classes) {
    return ResponseEntity.ok().eTag(new ETag(classes.version()).value()).body(Table.of(classes));
  }
}
