package io.loanwright.integration.mapping;

import io.loanwright.loan.Channel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file of payments mean: one row a payment that really came in.
 *
 * @param format how the file is written
 * @param reference what the other system calls the payment; unique in it
 * @param loanReference what it calls the loan
 * @param amount what was paid
 * @param on the value date
 * @param channel the way the money came; left out: by bank
 */
public record PaymentMapping(
    @Nullable FileFormat format,
    @Schema(description = "What the other system calls the payment; unique in it")
        FieldSource reference,
    FieldSource loanReference,
    FieldSource amount,
    FieldSource on,
    @Nullable Channel channel) {

  /**
   * Checks what is there.
   *
   * @throws IllegalArgumentException if a field is left out, or the channel is the wallet, whose
   *     money is here already
   */
  public PaymentMapping {
    Needed.part(reference, "reference");
    Needed.part(loanReference, "loanReference");
    Needed.part(amount, "amount");
    Needed.part(on, "on");
    if (channel == Channel.WALLET) {
      throw new IllegalArgumentException("must have a channel of CASH, BANK, MOBILE_MONEY or CARD");
    }
  }

  /** Returns how the file is written. */
  public FileFormat fileFormat() {
    return Objects.requireNonNullElse(format, FileFormat.USUAL);
  }

  /** Returns the way the money came. */
  public Channel usedChannel() {
    return Objects.requireNonNullElse(channel, Channel.BANK);
  }

  /** Returns the mapped fields by their place in the mapping. */
  public Map<String, FieldSource> fields() {
    Map<String, FieldSource> fields = new LinkedHashMap<>();
    fields.put("reference", reference);
    fields.put("loanReference", loanReference);
    fields.put("amount", amount);
    fields.put("on", on);
    return fields;
  }
}
