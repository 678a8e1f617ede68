package io.suturescope.app.cli;

import java.io.IOException;

/// Prints rows one after the other, so that a million of them needs no more memory than one.
interface RowFormat<T> extends AutoCloseable {

  void print(T row) throws IOException;

  /// Prints what is still to come; the writer stays open.
  @Override
  void close() throws IOException;
}
