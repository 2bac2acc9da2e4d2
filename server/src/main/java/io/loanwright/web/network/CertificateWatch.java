package io.loanwright.web.network;

import io.loanwright.web.SettingUnusable;
import io.loanwright.web.network.NetworkSettings.Tls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundle;

/**
 * Notices a new certificate in the files that the settings name, and hands it over.
 *
 * <p>The files are looked at again and again, as they may be links that are turned. What cannot be
 * used is said once and the old one stays: half of a pair is there before the other.
 */
final class CertificateWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);

  private final Tls tls;
  private final Consumer<SslBundle> renewed;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("certificate-watch").factory());
  private List<String> seen;

  private CertificateWatch(Tls tls, Consumer<SslBundle> renewed) {
    this.tls = tls;
    this.renewed = renewed;
    this.seen = contents();
  }

  /** Begins to look, every so many milliseconds. */
  static CertificateWatch start(Tls tls, long everyMillis, Consumer<SslBundle> renewed) {
    CertificateWatch begun = new CertificateWatch(tls, renewed);
    var _ =
        begun.watch.scheduleWithFixedDelay(
            begun::look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    return begun;
  }

  private void look() {
    List<String> now = contents();
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    try {
      renewed.accept(Certificate.read(tls));
      LOG.warn("The certificate was read anew; new connections get it");
    } catch (SettingUnusable e) {
      LOG.warn(
          "The certificate has changed and cannot be used; the old one stays: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("The certificate has changed and cannot be used; the old one stays", e);
    }
  }

  /** Returns what the files hold; what cannot be read is not there. */
  private List<String> contents() {
    return Stream.of(tls.certificate(), tls.key(), tls.keystore())
        .filter(file -> !file.isBlank())
        .map(CertificateWatch::content)
        .toList();
  }

  private static String content(String file) {
    try {
      return Files.readString(Path.of(file.strip()), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
