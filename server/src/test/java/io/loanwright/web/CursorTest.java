package io.loanwright.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor comes back as it went out, and anything else is refused. */
class CursorTest {

  private static final UUID ID = UUID.fromString("0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b");

  @Test
  void theKeysSurviveTheJourney() {
    String text = Cursor.of("Ñandú | a", LocalDate.of(2026, 3, 11), -5L, ID).encode();

    Cursor cursor = parse(text, 4);

    assertThat(cursor.text(0)).isEqualTo("Ñandú | a");
    assertThat(cursor.date(1)).isEqualTo(LocalDate.of(2026, 3, 11));
    assertThat(cursor.number(2)).isEqualTo(-5L);
    assertThat(cursor.id(3)).isEqualTo(ID);
  }

  @Test
  void noCursorIsTheFirstPage() {
    assertThat(Cursor.parse(null, 2)).isNull();
    assertThat(Cursor.parse("", 2)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "!!!", "AAAA", "../../etc/passwd", "%00", "Zm9vH2Jhcg"})
  void whatIsNoCursorIsRefused(String text) {
    assertRefused(text, 1);
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    assertRefused(Cursor.of("a", "b").encode(), 1);
    assertThatThrownBy(() -> parse(Cursor.of("a").encode(), 1).id(0))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void aCursorCutShortIsRefused() {
    String text = Cursor.of("2026-03-11", ID).encode();
    assertRefused(text.substring(0, text.length() - 4), 2);
  }

  @Test
  void aPageKnowsWhetherAnotherFollows() {
    List<Integer> rows = List.of(1, 2, 3);

    assertThat(Page.of(rows, 3, Cursor::of).next()).isNull();
    Page<Integer> page = Page.of(rows, 2, Cursor::of);
    assertThat(page.items()).containsExactly(1, 2);
    assertThat(parse(page.next(), 1).number(0)).isEqualTo(2);
  }

  @Test
  void aPageHasOneToTwoHundredRows() {
    assertThat(Page.limit(null)).isEqualTo(50);
    assertThat(Page.limit(200)).isEqualTo(200);
    assertThatThrownBy(() -> Page.limit(0)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Page.limit(201)).isInstanceOf(ProblemException.class);
  }

  private static Cursor parse(@Nullable String text, int size) {
    Cursor cursor = Cursor.parse(text, size);
    assertThat(cursor).isNotNull();
    return java.util.Objects.requireNonNull(cursor);
  }

  private static void assertRefused(String text, int size) {
    assertThatThrownBy(() -> Cursor.parse(text, size))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo("invalid-cursor"));
  }
}
