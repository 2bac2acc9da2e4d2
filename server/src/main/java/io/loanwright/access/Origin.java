package io.loanwright.access;

/**
 * Where a call comes from, for the audit trail.
 *
 * @param address the network address, or {@code local} for the program itself
 * @param device what the client says it is (its User-Agent), cut to 200 characters; empty if it
 *     says nothing
 */
public record Origin(String address, String device) {

  private static final int DEVICE_MAX = 200;

  /** The program itself. */
  public static final Origin LOCAL = new Origin("local", "");

  public Origin {
    device = device.length() > DEVICE_MAX ? device.substring(0, DEVICE_MAX) : device;
  }
}
