package io.loanwright.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.loanwright.web.SettingUnusable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/** A mail server gets nothing before it speaks TLS, unless it is on this machine. */
class MailServerTest {

  private static final String SECRET = "smtp-marker-7f3a";
  private static final Mail MAIL = new Mail("ada@loanwright.test", "Subject", "Text");

  private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void start() {
    smtp.setUser("lender", SECRET);
    smtp.start();
  }

  @AfterEach
  void stop() {
    smtp.stop();
  }

  @Test
  void aServerThatSpeaksNoTlsGetsNothingWhereItIsRequired() {
    assertThatThrownBy(() -> server("required").send(MAIL))
        .isInstanceOf(MailException.class)
        .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain(SECRET));

    assertThat(smtp.getReceivedMessages()).isEmpty();
  }

  @Test
  void itGetsMailWhereTlsIsOptionalOrTheServerIsOnThisMachine() {
    server("optional").send(MAIL);
    server("").send(MAIL);

    assertThat(smtp.getReceivedMessages()).hasSize(2);
  }

  @Test
  void theDefaultIsToRequireItOfEveryOtherMachine() {
    assertThat(MailServer.isRequired("", "mail.example.org")).isTrue();
    assertThat(MailServer.isRequired("", "10.0.0.7")).isTrue();
    assertThat(MailServer.isRequired("", "localhost.example.org")).isTrue();
    for (String here : new String[] {"localhost", "127.0.0.1", "127.1.2.3", "[::1]"}) {
      assertThat(MailServer.isRequired("", here)).as(here).isFalse();
      assertThat(MailServer.isRequired("required", here)).as(here).isTrue();
    }
    assertThatThrownBy(() -> MailServer.isRequired("yes", "localhost"))
        .isInstanceOf(SettingUnusable.class)
        .hasMessageContaining("LOANWRIGHT_SMTP_TLS");
  }

  /** What is said of a setting goes to the console and the log. */
  @Test
  void anAddressThatCannotBeReadIsNotRepeated() {
    for (String wrong :
        new String[] {
          "smtp://lender:" + SECRET + "%zz@mail.example.org",
          "http://lender:" + SECRET + "@mail.example.org",
          "smtp://lender:" + SECRET + "@",
          SECRET
        }) {
      assertThatThrownBy(() -> new MailServer(none(), wrong, "", "a@b.example"))
          .as(wrong)
          .isInstanceOf(SettingUnusable.class)
          .hasMessageContaining("LOANWRIGHT_SMTP_URL")
          .hasNoCause()
          .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(SECRET));
    }
  }

  private MailServer server(String tls) {
    String url = "smtp://lender:" + SECRET + "@127.0.0.1:" + smtp.getSmtp().getPort();
    return new MailServer(none(), url, tls, "lender@loanwright.test");
  }

  private static ObjectProvider<JavaMailSender> none() {
    return new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class);
  }
}
