package io.loanwright.loan.web;

import io.loanwright.engine.explain.Explanation;
import io.loanwright.engine.explain.Why;
import io.loanwright.engine.money.Currency;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a figure is what it is.
 *
 * @param currency the currency of amounts
 * @param unit what the figure is in
 * @param explanation the figure with what adds up to it
 */
@Schema(name = "FigureExplanation")
record ExplanationResponse(ExplainedFigure figure, String currency, Unit unit, Node explanation) {

  private static final Pattern WORD_BEGINS = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  /** What a figure is in. */
  enum Unit {
    /** Major units of the currency. */
    CURRENCY,
    /** Percent a year. */
    PERCENT
  }

  /**
   * An amount with the rule that gives it.
   *
   * @param rule a stable name in kebab case
   * @param sentence the rule in plain words
   * @param amount exact; it may have more decimals than the currency
   * @param inputs what went into the rule: amounts, dates, days, rate, rounding
   * @param asks another figure whose amount this is, to be asked for next
   * @param parts what adds up to the amount
   * @param proof what shows a rate to be right; amounts of money
   */
  @Schema(name = "ExplanationPart")
  record Node(
      String rule,
      String sentence,
      String amount,
      Map<String, String> inputs,
      @Nullable Asks asks,
      List<Node> parts,
      List<Node> proof) {}

  /**
   * A figure that can be asked for.
   *
   * @param installment the number of the installment, for a figure of one
   * @param event the payment, for a figure of one
   */
  @Schema(name = "AskedFigure")
  record Asks(ExplainedFigure figure, @Nullable Integer installment, @Nullable UUID event) {}

  static ExplanationResponse of(ExplainedFigure figure, Currency currency, Explanation root) {
    return new ExplanationResponse(
        figure,
        currency.code(),
        figure.isPercent() ? Unit.PERCENT : Unit.CURRENCY,
        new Writer(new PlainWords(currency)).node(root, false));
  }

  /** Returns what clients know a rule by. */
  static String ruleName(Class<?> rule) {
    return WORD_BEGINS.matcher(rule.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  /** Writes a tree. */
  private record Writer(PlainWords plain) {

    Node node(Explanation explanation, boolean isPart) {
      Why why = explanation.why();
      return new Node(
          ruleName(why.getClass()),
          new ExplanationWords(plain).sentence(why),
          plain.exact(explanation.amount()),
          inputs(why),
          isPart ? asks(why) : null,
          explanation.parts().stream().map(part -> node(part, true)).toList(),
          explanation.proof().stream().map(part -> node(part, true)).toList());
    }

    private static @Nullable Asks asks(Why why) {
      return switch (why) {
        case Why.OfInstallment(var figure, int number, _) ->
            new Asks(ExplainedFigure.valueOf(figure.name()), number, null);
        case Why.OfLoan(var figure, _) ->
            new Asks(ExplainedFigure.valueOf(figure.name()), null, null);
        case Why.PaidOn(_, UUID event) -> new Asks(ExplainedFigure.AMOUNT, null, event);
        case Why.OfPayment _ -> null;
        case Why.OfInterest _, Why.OfPrincipal _, Why.OfSize _, Why.OfCharge _ -> null;
        case Why.OfPayments _, Why.OfRate _, Why.Change _ -> null;
      };
    }

    /** Returns the components of the rule's record by their names. */
    private Map<String, String> inputs(Why why) {
      Map<String, String> inputs = new LinkedHashMap<>();
      for (RecordComponent component : why.getClass().getRecordComponents()) {
        Object value = value(component, why);
        if (value != null) {
          inputs.put(component.getName(), text(value));
        }
      }
      return inputs;
    }

    private static String text(Object value) {
      return value instanceof BigDecimal number
          ? number.stripTrailingZeros().toPlainString()
          : value.toString();
    }

    private static @Nullable Object value(RecordComponent component, Why why) {
      try {
        return component.getAccessor().invoke(why);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("The records of rules are public", e);
      }
    }
  }
}
