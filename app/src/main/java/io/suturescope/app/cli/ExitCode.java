package io.suturescope.app.cli;

/// The exit codes of every command (cli.md).
public final class ExitCode {

  /// Done.
  public static final int DONE = 0;

  /// Done, but something needs attention: problems while importing, a signature that does not
  /// verify, output that could not be written.
  public static final int ATTENTION = 1;

  /// Wrong usage, a wrong query included.
  public static final int USAGE = 2;

  /// An input cannot be read or is nothing we know.
  public static final int INPUT = 3;

  /// The workspace cannot be used.
  public static final int WORKSPACE = 4;

  /// Cancelled; the workspace is as it was.
  public static final int CANCELLED = 5;

  private ExitCode() {}
}
