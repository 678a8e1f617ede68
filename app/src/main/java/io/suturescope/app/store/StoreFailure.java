package io.suturescope.app.store;

/// The workspace file or its disk failed under a running verb: full, gone, damaged.
public final class StoreFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
