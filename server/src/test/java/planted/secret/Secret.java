package planted.secret;

/**
 * What others must not touch.
 *
 * @param value anything
 */
public record Secret(String value) {}
