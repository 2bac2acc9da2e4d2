package io.loanwright.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * The SMTP server, if one is configured: by {@code LOANWRIGHT_SMTP_URL}, like {@code
 * smtp://user:password@mail.example:587} ({@code smtps} for TLS from the first byte), or by
 * Spring's {@code spring.mail.*}.
 */
@Component
class MailServer {

  private static final int TIMEOUT_MS = 10_000;

  private final Optional<JavaMailSender> sender;
  private final String from;

  MailServer(
      ObjectProvider<JavaMailSender> configured,
      @Value("${loanwright.smtp-url:${LOANWRIGHT_SMTP_URL:}}") String url,
      @Value("${loanwright.mail-from:${LOANWRIGHT_MAIL_FROM:loanwright@localhost}}") String from) {
    this.sender =
        url.isBlank()
            ? Optional.ofNullable(configured.getIfAvailable())
            : Optional.of(at(URI.create(url.strip())));
    this.from = from;
  }

  boolean configured() {
    return sender.isPresent();
  }

  /**
   * Hands a message to the server.
   *
   * @throws org.springframework.mail.MailException if the server does not take it
   */
  void send(Mail mail) {
    SimpleMailMessage message = new SimpleMailMessage();
    message.setFrom(from);
    message.setTo(mail.to());
    message.setSubject(mail.subject());
    message.setText(mail.text());
    sender.orElseThrow().send(message);
  }

  private static JavaMailSender at(URI server) {
    boolean encrypted = "smtps".equals(server.getScheme());
    if (!encrypted && !"smtp".equals(server.getScheme())) {
      throw new IllegalArgumentException("LOANWRIGHT_SMTP_URL must start with smtp:// or smtps://");
    }
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setProtocol(server.getScheme());
    sender.setHost(server.getHost());
    sender.setPort(server.getPort() > 0 ? server.getPort() : encrypted ? 465 : 25);
    sender.setDefaultEncoding("UTF-8");
    signIn(sender, server.getRawUserInfo());
    Properties options = sender.getJavaMailProperties();
    String prefix = "mail." + server.getScheme() + ".";
    options.put(prefix + "connectiontimeout", TIMEOUT_MS);
    options.put(prefix + "timeout", TIMEOUT_MS);
    options.put(prefix + "writetimeout", TIMEOUT_MS);
    options.put(prefix + "starttls.enable", "true");
    options.put(prefix + "ssl.checkserveridentity", "true");
    return sender;
  }

  private static void signIn(JavaMailSenderImpl sender, @Nullable String userInfo) {
    if (userInfo == null || userInfo.isEmpty()) {
      return;
    }
    int colon = userInfo.indexOf(':');
    String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
    sender.setUsername(URLDecoder.decode(user, StandardCharsets.UTF_8));
    if (colon >= 0) {
      sender.setPassword(URLDecoder.decode(userInfo.substring(colon + 1), StandardCharsets.UTF_8));
    }
    sender.getJavaMailProperties().put("mail." + sender.getProtocol() + ".auth", "true");
  }
}
