package io.loanwright.collection.web;

import io.loanwright.collection.NextAction;
import io.loanwright.web.PlainText;
import io.loanwright.web.Texts;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is planned next.
 *
 * @param on the day on which it is due; not before the business date
 */
@Schema(name = "NewNextAction")
record ActionFields(
    @NotNull NextAction.Kind kind,
    @NotNull LocalDate on,
    @Nullable @Size(max = 500) @PlainText String note) {

  static @Nullable NextAction toAction(@Nullable ActionFields fields) {
    return fields == null
        ? null
        : new NextAction(fields.kind(), fields.on(), Texts.strippedOrNull(fields.note()));
  }
}
