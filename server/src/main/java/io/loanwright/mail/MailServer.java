package io.loanwright.mail;

import io.loanwright.web.SettingUnusable;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
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
 *
 * <p>Mail holds links that make whoever has them somebody else. So with {@code smtp:} the server
 * must go over to TLS before it gets the password or a message; one that does not gets nothing.
 * {@code LOANWRIGHT_SMTP_TLS=optional} takes what the server offers; it is the default for a server
 * on this machine only.
 */
@Component
class MailServer {

  private static final int TIMEOUT_MS = 10_000;

  /** This machine: what goes to it crosses no network. */
  private static final Pattern LOCAL =
      Pattern.compile("(?i)localhost|127(\\.[0-9]{1,3}){3}|\\[?::1]?");

  private final Optional<JavaMailSender> sender;
  private final String from;

  MailServer(
      ObjectProvider<JavaMailSender> configured,
      @Value("${loanwright.smtp-url:${LOANWRIGHT_SMTP_URL:}}") String url,
      @Value("${loanwright.smtp-tls:${LOANWRIGHT_SMTP_TLS:}}") String tls,
      @Value("${loanwright.mail-from:${LOANWRIGHT_MAIL_FROM:loanwright@localhost}}") String from) {
    this.sender =
        url.isBlank()
            ? Optional.ofNullable(configured.getIfAvailable())
            : Optional.of(at(parse(url.strip()), tls.strip()));
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

  private static JavaMailSender at(URI server, String tls) {
    boolean encrypted = "smtps".equals(server.getScheme());
    if (!encrypted && !"smtp".equals(server.getScheme())) {
      throw unreadable();
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
    options.put(prefix + "starttls.required", Boolean.toString(isRequired(tls, server.getHost())));
    options.put(prefix + "ssl.checkserveridentity", "true");
    return sender;
  }

  /** Reads the address of the server; what is wrong with it is not repeated: it has a password. */
  private static URI parse(String url) {
    try {
      URI server = new URI(url);
      if (server.getHost() != null) {
        return server;
      }
    } catch (URISyntaxException _) {
      // The sentence below says what it should have been.
    }
    throw unreadable();
  }

  private static SettingUnusable unreadable() {
    return new SettingUnusable(
        "LOANWRIGHT_SMTP_URL must be like smtp://user:password@host:587 or smtps://...; letters like"
            + " @ and % in the password are written as %40 and %25.",
        null);
  }

  /** Returns whether a server must go over to TLS. */
  static boolean isRequired(String setting, @Nullable String host) {
    return switch (setting) {
      case "" -> host == null || !LOCAL.matcher(host).matches();
      case "required" -> true;
      case "optional" -> false;
      default ->
          throw new SettingUnusable(
              "LOANWRIGHT_SMTP_TLS must be required or optional, not '%s'.".formatted(setting),
              null);
    };
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
