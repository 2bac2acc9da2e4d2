package io.loanwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.Verify;
import io.loanwright.live.book.Ages;
import io.loanwright.live.book.Book;
import io.loanwright.testing.Http;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A book to measure on holds what the program would have written: nothing differs, all is shown.
 */
class BookTest {

  private static final int LOANS = 300;

  @Test
  void isVerifiedAndShown(@TempDir Path data) throws Exception {
    try (Program program = Program.start(data, Program.Tuning.STARTS_FAST)) {
      Book.load(program, LOANS, 7, Ages.AS_IN_LIFE);
      Process verify = program.beside(Verify.class);
      List<String> said = verify.inputReader().lines().toList();

      assertThat(verify.waitFor()).as("%s", said).isZero();
      assertThat(said.getLast()).contains(LOANS + " loans", " 0 differences");

      Http http = program.administrator();
      String loan = http.get("/api/loans?status=CLOSED&limit=1").expect(200).text("/items/0/id");
      for (String part : List.of("", "/schedule", "/events")) {
        http.get("/api/loans/" + loan + part).expect(200);
      }
      String payment = http.get("/api/payments?loanId=" + loan).expect(200).text("/items/0/id");
      http.get("/api/payments/" + payment + "/receipt").expect(200);
      http.get("/api/dashboards/portfolio").expect(200);
    }
  }
}
