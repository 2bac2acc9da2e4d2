package io.loanwright.loan.web;

import io.loanwright.engine.explain.Why;
import io.loanwright.testing.Golden;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules and inputs of explanations are words of the API: a renamed record is a changed API. */
class ExplanationRulesTest {

  @Test
  void rulesAndInputsAreThoseThatClientsKnow() {
    String known =
        rules(Why.class).map(ExplanationRulesTest::line).sorted().collect(Collectors.joining());
    Golden.assertMatches("api/explanation-rules.txt", known, ExplanationRulesTest.class);
  }

  private static Stream<Class<?>> rules(Class<?> of) {
    return of.isRecord()
        ? Stream.of(of)
        : Arrays.stream(of.getPermittedSubclasses()).flatMap(ExplanationRulesTest::rules);
  }

  private static String line(Class<?> rule) {
    return Arrays.stream(rule.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.joining(" ", ExplanationResponse.ruleName(rule) + ": ", ""))
        .stripTrailing()
        .concat("\n");
  }
}
