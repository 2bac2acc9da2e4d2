package io.loanwright.payment.web;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Puts what the PDF library says into the log; left alone, it talks on the console. */
final class PdfLog implements XRLogger {

  private static final Logger LOG = LoggerFactory.getLogger(PdfLog.class);

  @Override
  public void log(String where, Level level, String message) {
    at(level).log(message);
  }

  @Override
  public void log(String where, Level level, String message, Throwable cause) {
    at(level).setCause(cause).log(message);
  }

  @Override
  public void setLevel(String where, Level level) {
    // The levels are those of our own log.
  }

  @Override
  public boolean isLogLevelEnabled(Diagnostic diagnostic) {
    return isTrouble(diagnostic.getLevel()) || LOG.isDebugEnabled();
  }

  private static LoggingEventBuilder at(Level level) {
    return isTrouble(level) ? LOG.atWarn() : LOG.atDebug();
  }

  private static boolean isTrouble(Level level) {
    return level.intValue() >= Level.WARNING.intValue();
  }
}
