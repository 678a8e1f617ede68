package io.suturescope.app.agent;

/// Why an agent cannot be enrolled or spoken with, as a sentence without a capital: the caller says
/// whom it is about.
public final class Unfit extends Exception {

  private static final long serialVersionUID = 1L;

  Unfit(String sentence) {
    super(sentence);
  }

  public static Unfit plainHttp() {
    return new Unfit("plain HTTP is for 127.0.0.1 and ::1 only; use TLS or an SSH forward");
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
