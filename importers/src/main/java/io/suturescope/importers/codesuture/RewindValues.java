package io.suturescope.importers.codesuture;

import io.suturescope.model.redaction.Redaction;
import io.suturescope.model.redaction.ValueShape;

/// What is taken of a value in a rewind.
enum RewindValues {
  /// Kind and size: all that is ever stored.
  SHAPES {
    @Override
    String of(String name, String repr) {
      return ValueShape.ofRepr(repr);
    }

    @Override
    String exception(String exception) {
      // The message of an exception may hold a value, its type does not.
      int colon = exception.indexOf(':');
      return colon < 0 ? exception : exception.substring(0, colon);
    }
  },
  /// As recorded, with secrets and environments masked: for the eyes only.
  MASKED {
    @Override
    String of(String name, String repr) {
      return Redaction.masked(name, repr);
    }

    @Override
    String exception(String exception) {
      return Redaction.masked(exception);
    }
  },
  /// As recorded.
  REVEALED {
    @Override
    String of(String name, String repr) {
      return repr;
    }

    @Override
    String exception(String exception) {
      return exception;
    }
  };

  abstract String of(String name, String repr);

  abstract String exception(String exception);

  /// A value that was recorded as something else than a repr, which CodeSuture never does.
  String of(String name, Json recorded) {
    return switch (recorded) {
      case Json.Text(String repr, Json.Raw raw) -> of(name, repr);
      case Json.Null n -> "None";
      case Json.Bool b -> this == SHAPES ? "bool" : of(name, b.raw().text());
      case Json.Num n -> this == SHAPES ? "number" : of(name, n.raw().text());
      case Json.Arr a -> this == SHAPES ? "list" : of(name, a.raw().text());
      case Json.Obj o -> this == SHAPES ? "dict" : of(name, o.raw().text());
    };
  }
}
