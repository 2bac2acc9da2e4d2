package io.loanwright;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Tells the person at the terminal where the program is, once it answers. */
final class Ready implements ApplicationListener<ApplicationReadyEvent> {

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    System.out.println(
        "Loanwright is ready at " + address(event.getApplicationContext().getEnvironment()));
  }

  static String address(Environment environment) {
    String bind = environment.getProperty("server.address", "127.0.0.1");
    boolean everywhere = bind.equals("0.0.0.0") || bind.equals("::");
    String host = everywhere ? "127.0.0.1" : bind;
    String port = environment.getProperty("local.server.port", "");
    String scheme = hasCertificate(environment) ? "https" : "http";
    return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  private static boolean hasCertificate(Environment environment) {
    return !environment.getProperty("loanwright.tls.certificate", "").isBlank()
        || !environment.getProperty("loanwright.tls.keystore", "").isBlank();
  }
}
